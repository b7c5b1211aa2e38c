package it.pianodizona.giro;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A Camunda form on the page, filled in as a person does: by the labels. */
final class ModuloInPagina {

  private static final DateTimeFormatter DATA = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final String FINE_DEL_DISEGNO =
      """
      () => new Promise(fine =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(fine, 60))))""";
  private static final int TENTATIVI = 3;
  private static final double ATTESA_INVIO_MS = 30_000;

  private final Finestra finestra;
  private final Page pagina;
  private final Locator dove;
  private final Locator campi;
  private final String nome;
  private final Map<Locator, String> scritti = new LinkedHashMap<>();

  ModuloInPagina(Finestra finestra, Locator dove, String nome) {
    this.finestra = finestra;
    this.pagina = finestra.pagina();
    this.dove = dove;
    this.campi = dove.locator(".fjs-container");
    this.nome = nome;
  }

  void attendi() {
    campi.locator(".fjs-form-field").first().waitFor();
  }

  ModuloInPagina scrivi(String etichetta, String valore) {
    var campo = campo(etichetta);
    campo.fill(valore);
    campo.blur();
    scritti.put(campo, valore);
    return comeUnaPersona();
  }

  ModuloInPagina data(String etichetta, String iso) {
    var campo = campo(etichetta);
    campo.fill(LocalDate.parse(iso).format(DATA));
    campo.press("Enter");
    campo.blur();
    return comeUnaPersona();
  }

  ModuloInPagina ora(String etichetta, String ora) {
    var campo = campo(etichetta);
    campo.fill(ora);
    campo.press("Enter");
    return comeUnaPersona();
  }

  /** One answer of a radio group. */
  ModuloInPagina scegli(String domanda, String risposta) {
    return segna(gruppo(".fjs-form-field-radio", domanda).getByLabel(inizio(risposta)).first());
  }

  ModuloInPagina spunta(String casella) {
    return segna(campo(casella));
  }

  /** Some lines of a list of boxes. */
  ModuloInPagina spunta(String elenco, String... voci) {
    var gruppo = gruppo(".fjs-form-field-checklist", elenco);
    for (var voce : voci) {
      segna(gruppo.getByLabel(inizio(voce)).first());
    }
    return this;
  }

  /** The first lines of a list of boxes. */
  ModuloInPagina spuntaLePrime(String elenco, int quante) {
    var voci = gruppo(".fjs-form-field-checklist", elenco).locator("input[type=checkbox]");
    for (int i = 0; i < quante; i++) {
      segna(voci.nth(i));
    }
    return this;
  }

  /** One line of a drop-down list. */
  ModuloInPagina seleziona(String elenco, String voce) {
    var gruppo = gruppo(".fjs-form-field-select", elenco);
    gruppo.locator(".fjs-input-group").first().click();
    gruppo.locator(".fjs-dropdownlist-item").filter(cheInizia(voce)).first().click();
    return comeUnaPersona();
  }

  /** One of the choices of a list that is searched by typing. */
  ModuloInPagina cerca(String elenco, String voce) {
    var gruppo = gruppo(".fjs-form-field-taglist", elenco);
    gruppo.locator("input").first().fill(voce);
    gruppo
        .locator(".fjs-dropdownlist-item")
        .filter(new Locator.FilterOptions().setHasText(voce))
        .first()
        .click();
    // the list stays open, over the buttons, until the field is left
    gruppo.locator("input").first().blur();
    return comeUnaPersona();
  }

  /** One entry more in a list of entries. */
  ModuloInPagina aggiungi(String elenco) {
    var gruppo =
        campi
            .locator(".fjs-form-field-dynamiclist, .fjs-form-field-dynamicList, .fjs-repeat-render")
            .filter(new Locator.FilterOptions().setHasText(elenco));
    (gruppo.count() > 0 ? gruppo.first() : campi)
        .getByText("Aggiungi", new Locator.GetByTextOptions().setExact(true))
        .first()
        .click();
    return comeUnaPersona();
  }

  ModuloInPagina mostra(String testo) {
    assertThat(campi.innerText()).contains(testo);
    return this;
  }

  /** Presses "Completa" and waits until the server has accepted. */
  void completa() {
    var risposta = invia();
    assertThat(risposta.status())
        .as("«%s» rifiutato: %s", nome, risposta.ok() ? "" : risposta.text())
        .isLessThan(300);
    campi.first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    finestra.controlla(nome + " fatto");
  }

  /** Presses "Completa" and returns the message of the refusal shown to the person. */
  String completaEVieneRifiutato() {
    var risposta = invia();
    assertThat(risposta.status()).as("«%s» doveva essere rifiutato", nome).isEqualTo(400);
    var avviso = pagina.locator("[notifications-panel] .alert, .notifications .alert").first();
    avviso.waitFor();
    finestra.perdonaIlRifiuto();
    finestra.guarda(nome + " rifiutato");
    assertThat(campi.first().isVisible()).as("«%s» resta da fare", nome).isTrue();
    return avviso.innerText();
  }

  private Response invia() {
    for (int volta = 0; volta < TENTATIVI; volta++) {
      rilegge();
    }
    campi.locator(".fjs-form-field").first().scrollIntoViewIfNeeded();
    finestra.guarda(nome);
    var dentro = campi.getByText("Completa", new Locator.GetByTextOptions().setExact(true));
    var fuori =
        dove.locator("button")
            .filter(
                new Locator.FilterOptions()
                    .setHasText(Pattern.compile("^\\s*(Completa|Avvia)\\s*$")));
    var bottone = dentro.count() > 0 ? dentro.first() : fuori.last();
    try {
      return pagina.waitForResponse(
          risposta -> risposta.url().endsWith("/submit-form"),
          new Page.WaitForResponseOptions().setTimeout(ATTESA_INVIO_MS),
          bottone::click);
    } catch (TimeoutError e) {
      finestra.fotografa(nome + " BLOCCATO");
      throw new AssertionError(
          "«%s» non è partito: %s"
              .formatted(nome, campi.locator(".fjs-form-field-error").allInnerTexts()),
          e);
    }
  }

  /** Writes again what form-js has lost, as who reads a form again before sending it. */
  private void rilegge() {
    scritti.forEach(
        (campo, valore) -> {
          if (campo.inputValue().isEmpty()) {
            campo.fill(valore);
            campo.blur();
            comeUnaPersona();
          }
        });
  }

  private ModuloInPagina segna(Locator casella) {
    for (int volta = 0; volta < TENTATIVI && !casella.isChecked(); volta++) {
      casella.click();
      comeUnaPersona();
    }
    assertThat(casella.isChecked()).as("casella segnata in «%s»", nome).isTrue();
    return this;
  }

  /**
   * Lets form-js finish drawing: in a list of entries, a change that comes sooner than a hand can
   * make it starts from old data and undoes the one before.
   */
  private ModuloInPagina comeUnaPersona() {
    pagina.evaluate(FINE_DEL_DISEGNO);
    return this;
  }

  private Locator campo(String etichetta) {
    return campi.getByLabel(inizio(etichetta)).first();
  }

  private Locator gruppo(String tipo, String etichetta) {
    return campi
        .locator(tipo)
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    pagina.locator(".fjs-form-field-label, legend").filter(cheInizia(etichetta))))
        .first();
  }

  private static Locator.FilterOptions cheInizia(String testo) {
    return new Locator.FilterOptions().setHasText(inizio(testo));
  }

  /** Evaluated by the browser, whose regular expressions do not know {@link Pattern#quote}. */
  private static Pattern inizio(String testo) {
    return Pattern.compile("^\\s*" + testo.replaceAll("[.*+?^${}()|\\[\\]\\\\/]", "\\\\$0"));
  }
}
