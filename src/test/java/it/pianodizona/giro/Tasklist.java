package it.pianodizona.giro;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/** Tasklist as one person sees it. */
final class Tasklist {

  private static final String PERCORSO = "/camunda/app/tasklist/default/";
  private static final String PASSWORD = "demo";

  private final Finestra finestra;
  private final Page pagina;
  private final String utente;
  private boolean entrato;

  Tasklist(Finestra finestra, String utente) {
    this.finestra = finestra;
    this.pagina = finestra.pagina();
    this.utente = utente;
  }

  /** Opens the first task with this name in the list of the person's office, and takes it. */
  ModuloInPagina apri(String nome) {
    elenco();
    pagina
        .locator("li.task")
        .filter(new Locator.FilterOptions().setHasText(nome))
        .first()
        .locator("h4 a")
        .click();
    pagina
        .locator(".task-card h2")
        .filter(new Locator.FilterOptions().setHasText(nome))
        .or(pagina.locator(".task-card").filter(new Locator.FilterOptions().setHasText(nome)))
        .first()
        .waitFor();
    var modulo = new ModuloInPagina(finestra, pagina.locator("[cam-tasklist-task]"), nome);
    modulo.attendi();
    var prendi = pagina.getByText("Prendi in carico", new Page.GetByTextOptions().setExact(true));
    if (prendi.count() > 0) {
      pagina.waitForResponse(
          risposta -> risposta.url().endsWith("/claim") && risposta.ok(), prendi::click);
      prendi.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }
    return modulo;
  }

  /** Goes to a task by its address, without looking for it in a list. */
  ModuloInPagina vaiAlCompito(String id, String nome) {
    if (!entrato) {
      elenco();
    }
    apriIndirizzo(id);
    var modulo = new ModuloInPagina(finestra, pagina.locator("[cam-tasklist-task]"), nome);
    pagina
        .locator(".task-card, [cam-tasklist-task]")
        .filter(new Locator.FilterOptions().setHasText(nome))
        .first()
        .waitFor();
    modulo.attendi();
    return modulo;
  }

  /** Names of the lists on the left. */
  List<String> elenchi() {
    elenco();
    var nomi = pagina.locator(".task-filters .task-filter");
    nomi.first().waitFor();
    return nomi.allInnerTexts().stream()
        .map(
            nome -> nome.strip().lines().findFirst().orElse("").replaceAll("\\s*\\(?\\d+\\)?$", ""))
        .toList();
  }

  /** Whether a task, asked for by its address, appears on the page. */
  boolean mostra(String id, String nome) {
    var risposta =
        pagina.waitForResponse(
            r -> r.url().replaceFirst("\\?.*", "").endsWith("/task/" + id),
            () -> apriIndirizzo(id));
    finestra.perdonaIlRifiuto();
    var compito =
        pagina.locator("[cam-tasklist-task]").filter(new Locator.FilterOptions().setHasText(nome));
    if (risposta.status() == 200) {
      compito.first().waitFor();
    }
    return compito.count() > 0;
  }

  /** As who pastes the address in a new window: a change after the # alone loads nothing. */
  private void apriIndirizzo(String id) {
    pagina.navigate("about:blank");
    finestra.vai(PERCORSO + "#/?task=" + id);
  }

  Page pagina() {
    return pagina;
  }

  /** Starts a process from the window "Avvia processo". */
  ModuloInPagina avvia(String processo) {
    elenco();
    pagina
        .locator("a")
        .filter(new Locator.FilterOptions().setHasText("Avvia processo"))
        .first()
        .click();
    var finestrella = pagina.locator(".modal-dialog");
    finestrella.getByText(processo).first().click();
    var modulo = new ModuloInPagina(finestra, finestrella, processo);
    modulo.attendi();
    return modulo;
  }

  private void elenco() {
    finestra.vai(PERCORSO);
    if (entrato) {
      return;
    }
    var nome = pagina.locator("input[type=text]");
    var password = pagina.locator("input[type=password]");
    password.waitFor();
    finestra.guarda("accesso " + utente);
    // the page moves the focus to the name once more when it is ready, and takes the typing along
    while (!nome.inputValue().equals(utente) || !password.inputValue().equals(PASSWORD)) {
      nome.fill(utente);
      password.fill(PASSWORD);
    }
    pagina.locator("button[type=submit]").click();
    pagina.locator("[cam-tasklist-filters], .task-filters").first().waitFor();
    entrato = true;
  }
}
