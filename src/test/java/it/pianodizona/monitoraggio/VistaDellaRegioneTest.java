package it.pianodizona.monitoraggio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import it.pianodizona.giro.Accessibile;
import it.pianodizona.giro.Finestra;
import it.pianodizona.giro.Finestre;
import it.pianodizona.piano.Piani;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every view under axe-core in a real browser, wide and narrow, as a page and inside Cockpit; and
 * the choices that stay in the address. The pictures are in {@code target/monitoraggio}.
 */
class VistaDellaRegioneTest extends ProvaMonitoraggio {

  private static final List<Integer> LARGHEZZE = List.of(1280, 390);
  private static final int ALTEZZA = 900;

  @Autowired private Piani piani;
  private Finestre finestre;
  private Finestra finestra;
  private Page pagina;

  @BeforeEach
  void apri() {
    finestre = new Finestre("http://localhost:" + porta, Path.of("target/monitoraggio"));
    finestra = finestre.di("regione");
    pagina = finestra.pagina();
    entra("regione");
  }

  @AfterEach
  void chiudi() {
    finestre.close();
  }

  @Test
  void ogniVistaSiUsaConLaTastieraEConUnLettoreDiSchermo() {
    long piano = piani.elenco(TUTTI).get(3).id();
    for (var percorso :
        List.of(
            "/monitoraggio?triennio=2025-2027",
            "/monitoraggio?vista=mappa",
            "/monitoraggio?vista=mappa&colore=fase",
            "/monitoraggio?vista=scadenze",
            "/monitoraggio?vista=grafici",
            "/monitoraggio?vista=cicli",
            "/monitoraggio?cerca=non-esiste",
            "/monitoraggio/piani/" + piano,
            "/monitoraggio/importa")) {
      finestra.vai(percorso);
      esamina(percorso, false);
    }
  }

  @Test
  void dentroCockpitLeScelteRestanoNellIndirizzo() {
    finestra.vai("/camunda/app/cockpit/default/");
    pagina.locator(".pdzm h2").waitFor();
    pagina.waitForLoadState(LoadState.NETWORKIDLE);
    finestra.perdonaIlRifiuto();
    esamina("cockpit", true);
    assertThat(pagina.locator("#pdzm-esito").innerText()).startsWith("91 Ambiti su 91");
    assertThat(pagina.locator("section .section-title").first().innerText())
        .as("la Regione viene prima dei conteggi del motore")
        .isEqualTo("Regione");

    pagina.selectOption("#pdzm-ats", "325");
    pagina.locator("#pdzm-ats").press("Tab");
    pagina.locator(".pdzm-bottoni button").press("Enter");
    aspetta("14 Ambiti su 91");
    assertThat(pagina.url()).contains("#/dashboard?").contains("ats=325");
    assertThat(pagina.evaluate("document.activeElement.id")).isEqualTo("pdzm-esito");

    pagina.locator(".pdzm-viste a").getByText("Mappa").click();
    pagina.locator(".pdzm-tessere").first().waitFor();
    assertThat(pagina.url()).contains("vista=mappa").contains("ats=325");
    esamina("cockpit mappa", true);
    var indirizzo = pagina.url();

    pagina.goBack();
    pagina.locator(".pdzm-tabella").first().waitFor();
    assertThat(pagina.url()).contains("vista=ambiti");

    // somebody else opens the same address
    pagina.navigate("about:blank");
    pagina.navigate(indirizzo);
    pagina.locator(".pdzm-tessere").first().waitFor();
    aspetta("14 Ambiti su 91");
    assertThat(pagina.locator("#pdzm-ats").inputValue()).isEqualTo("325");

    pagina.locator(".pdzm-viste a").getByText("Ambiti").first().click();
    pagina.locator(".pdzm-tabella a").getByText("Processo").first().click();
    pagina.waitForURL("**/process-instance/**");
  }

  private void aspetta(String inizio) {
    pagina.locator("#pdzm-esito", new Page.LocatorOptions().setHasText(inizio)).waitFor();
  }

  /** Logs in as the applications do; the browser keeps the cookies. */
  private void entra(String utente) {
    var richieste = pagina.context().request();
    var base = "http://localhost:" + porta;
    richieste.get(base + "/camunda/app/cockpit/default/");
    var gettone =
        pagina.context().cookies().stream()
            .filter(c -> c.name.equals("XSRF-TOKEN"))
            .findFirst()
            .orElseThrow()
            .value;
    var risposta =
        richieste.post(
            base + "/camunda/api/admin/auth/user/default/login/cockpit",
            RequestOptions.create()
                .setHeader("X-XSRF-TOKEN", gettone)
                .setForm(FormData.create().set("username", utente).set("password", "demo")));
    assertThat(risposta.status()).isEqualTo(200);
  }

  private void esamina(String nome, boolean inCockpit) {
    for (int larghezza : LARGHEZZE) {
      pagina.setViewportSize(larghezza, ALTEZZA);
      finestra.guarda(nome + " " + larghezza);
      pagina.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(
                  Path.of(
                      "target/monitoraggio/intere",
                      "%s-%d.png".formatted(nome.replaceAll("[^a-z]+", "-"), larghezza))));
      Accessibile.esamina(pagina, nome + " " + larghezza);
      if (!inCockpit) {
        assertThat(
                (Boolean)
                    pagina.evaluate(
                        "document.documentElement.scrollWidth"
                            + " <= document.documentElement.clientWidth"))
            .as("«%s» sta in %d punti senza scorrere di lato", nome, larghezza)
            .isTrue();
      }
    }
    pagina.setViewportSize(LARGHEZZE.get(0), ALTEZZA);
  }
}
