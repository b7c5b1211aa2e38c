package it.pianodizona.giro;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** The pages outside Tasklist: the public ones, the mailbox and the clock of the demonstration. */
final class Portale {

  private static final int GIRI_DI_POSTA = 50;

  private final Finestra finestra;
  private final Page pagina;
  private String posto;

  Portale(Finestra finestra) {
    this.finestra = finestra;
    this.pagina = finestra.pagina();
  }

  /** Follows the links from the first page to a notice. */
  void leggeLAvviso(String numero) {
    finestra.vai("/avvisi");
    finestra.guarda("avvisi");
    pagina.locator("a[href$='/avvisi/" + numero + "']").first().click();
    pagina.locator("h1").waitFor();
    finestra.guarda("avviso");
  }

  /** First forgets everything, as people do, then types the domanda and sends it. */
  void presentaDomanda(String numero, Map<String, String> campi, String categoria, String area) {
    finestra.vai("/avvisi/" + numero + "/domanda");
    premi("Invia la domanda");
    pagina.locator(".pdz-errori").waitFor();
    finestra.perdonaIlRifiuto();
    finestra.guarda("domanda con errori");
    campi.forEach((campo, valore) -> pagina.locator("#" + campo).fill(valore));
    pagina.getByLabel(categoria).check();
    pagina.getByLabel(area).check();
    pagina
        .locator("#documentoIdentita")
        .setInputFiles(
            new FilePayload(
                "carta-identita.pdf",
                "application/pdf",
                "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)));
    for (var dichiarazione :
        new String[] {
          "impegniAccettati", "liberatoriaProprieta", "consensoPubblicazione", "informativaLetta"
        }) {
      pagina.locator("#" + dichiarazione).check();
    }
    finestra.guarda("domanda compilata");
    premi("Invia la domanda");
    pagina.waitForCondition(() -> !pagina.url().endsWith("/domanda"));
    pagina.locator("h1").waitFor();
    finestra.guarda("domanda inviata");
    assertThat(pagina.locator("main").innerText()).contains("protocollo");
  }

  /** Lets the invented applicants send theirs. */
  void faInviareLeDomande() {
    finestra.vai("/demo");
    premi("Fai inviare le domande a quattro enti inventati");
    esito("4 enti inventati");
  }

  void vaiAlGiorno(String iso) {
    finestra.vai("/demo");
    pagina.locator("#giorno").fill(iso);
    premi("Vai");
    esito("Arrivati");
  }

  /** The demonstration's page says that this person has to do this. */
  void tocca(String utente, String compito) {
    finestra.vai("/demo");
    var riga =
        pagina.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(compito)).first();
    riga.waitFor();
    assertThat(riga.innerText()).contains(utente);
    finestra.guarda("demo " + compito);
  }

  void nessunCompito() {
    finestra.vai("/demo");
    finestra.guarda("demo alla fine");
    assertThat(pagina.locator("main").innerText()).contains("Nessun compito aperto");
  }

  /** Opens the newest mail to an address whose subject says this, and returns its text. */
  String posta(String destinatario, String oggetto) {
    var messaggio =
        pagina
            .locator("tbody th a")
            .filter(
                new Locator.FilterOptions()
                    .setHasText(Pattern.compile(oggetto, Pattern.CASE_INSENSITIVE)))
            .first();
    // written in the transaction that follows the task, a moment later
    for (int giro = 0; giro < GIRI_DI_POSTA; giro++) {
      finestra.vai("/posta?destinatario=" + destinatario);
      if (messaggio.count() > 0) {
        break;
      }
      pagina.waitForTimeout(100);
    }
    finestra.guarda("posta di " + destinatario);
    assertThat(messaggio.count()).as("posta «%s» a %s", oggetto, destinatario).isPositive();
    messaggio.click();
    pagina.waitForURL("**/posta/*");
    finestra.guarda("messaggio " + oggetto);
    return pagina.frameLocator("iframe").locator("body").innerText();
  }

  /** Follows the link of the mail on screen to the member's page and says that it comes. */
  void rispondeAllaConvocazione() {
    var link = pagina.frameLocator("iframe").locator("a[href*='/posto/']").first();
    posto = URI.create(link.getAttribute("href")).getPath();
    finestra.vai(posto);
    finestra.guarda("posto al tavolo");
    pagina.locator("th a[href*='/incontri/']").first().click();
    pagina.getByLabel("Partecipo").check();
    finestra.guarda("risposta alla convocazione");
    premi("Invia la risposta");
    pagina.waitForURL("**?risposto");
    finestra.guarda("risposta registrata");
  }

  void mandaUnContributo(String tipo, String testo) {
    finestra.vai(posto);
    pagina.locator("a[href$='/contributi']").first().click();
    pagina.getByLabel(tipo).check();
    pagina.locator("#testo").fill(testo);
    finestra.guarda("contributo");
    premi("Invia il contributo");
    pagina.waitForURL("**?inviato");
    finestra.guarda("contributo inviato");
  }

  private void premi(String bottone) {
    pagina
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(bottone).setExact(true))
        .click();
  }

  private void esito(String testo) {
    var avviso = pagina.locator(".alert-success");
    avviso.waitFor();
    assertThat(avviso.innerText()).contains(testo);
    finestra.guarda("demo");
  }
}
