package it.pianodizona.giro;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;

/**
 * The screens of the engine's web applications, one after the other: each in Italian and without a
 * serious or critical violation for axe-core.
 */
final class SchermateDelMotore {

  private static final String APPLICAZIONI = "/camunda/app/";
  private static final String SCHEDE = ".ctn-tabbed .nav-tabs a";

  private final Finestra finestra;
  private final Page pagina;
  private final ProcessEngine motore;
  private String applicazione = "";

  /**
   * @param finestra of a person who is logged in and may enter every application
   */
  SchermateDelMotore(Finestra finestra, ProcessEngine motore) {
    this.finestra = finestra;
    this.pagina = finestra.pagina();
    this.motore = motore;
  }

  /** The lists, a task with its tabs, and the windows that open above them. */
  void tasklist(Task compito) {
    apri("tasklist", "/", "li.task, .task-filter");
    pagina.locator(".task-filter a").getByText("Tutti").last().click();
    pagina.locator("li.task .pdz-piano").first().waitFor();
    esamina("elenco dei compiti");
    pagina.locator("li.task h4 a").getByText(compito.getName()).first().click();
    pagina.locator("[cam-tasklist-task] .fjs-container").waitFor();
    esamina("compito con il modulo");
    for (var scheda : new String[] {"Cronologia", "Diagramma", "Fascicolo"}) {
      pagina.locator("[cam-tasklist-task] .nav-tabs a").getByText(scheda).click();
      esamina("compito, scheda " + scheda);
    }

    var ricerca = pagina.locator("input.main-field");
    ricerca.click();
    pagina.locator(".uib-typeahead-match").first().waitFor();
    esamina("ricerca, suggerimenti");
    pagina.keyboard().press("Enter");
    pagina.locator("[cam-widget-search-pill] input").first().waitFor();
    esamina("ricerca, criterio");
    pagina.keyboard().press("Escape");

    pagina.locator(".new-sort .dropdown-toggle").click();
    pagina.locator(".new-sort .dropdown-menu a").last().click();
    pagina.locator(".new-sort .dropdown-menu select:visible").waitFor();
    esamina("ordinamenti");
    pagina.keyboard().press("Escape");

    pagina.getByText("Avvia processo").first().click();
    pagina.locator(".modal-dialog .processes a").first().waitFor();
    esamina("avvio di un processo");
    chiudiLaFinestrella();
    assertThat(pagina.getByText("Crea compito").first().isVisible())
        .as("un compito senza procedimento non sarebbe di nessun Ambito")
        .isFalse();
    pagina.locator(".task-filter.active .actions a").click();
    pagina.locator(".modal-dialog .accordion-toggle").getByText("Criteri").click();
    pagina.locator(".modal-dialog .in a").getByText("Criterio").click();
    pagina.locator(".modal-dialog select[name=queryParamKey]").waitFor();
    esamina("filtro, criteri");
    chiudiLaFinestrella();
  }

  /** Everything Cockpit has for a process, an instance of it and a decision. */
  void cockpit(Task compito, String decisione) {
    apri("cockpit", "/dashboard", ".pdzm h2");
    esamina("cruscotto");
    apri("cockpit", "/processes", ".process-definitions-list td");
    esamina("processi");
    apri(
        "cockpit",
        "/process-definition/" + compito.getProcessDefinitionId(),
        SCHEDE + ":has-text('Definizioni di lavoro')");
    esaminaLeSchede("definizione di processo");
    apri(
        "cockpit",
        "/process-instance/" + compito.getProcessInstanceId(),
        SCHEDE + ":has-text('Variabili')");
    esaminaLeSchede("istanza di processo");
    var definizione =
        motore
            .getRepositoryService()
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(decisione)
            .latestVersion()
            .singleResult();
    apri("cockpit", "/decision-definition/" + definizione.getId(), ".tjs-container td");
    esamina("decisione");
    apri("cockpit", "/tasks", ".tasks-dashboard td");
    esamina("compiti");
    apri("cockpit", "/repository", ".resource");
    esamina("rilasci");
    apri("cockpit", "/batch", ".loader-state.empty");
    esamina("operazioni massive");
  }

  /** Administration: lists, one person, permissions while one changes them. */
  void admin(String utente) {
    apri("admin", "/", "section a");
    esamina("pagina iniziale");
    apri("admin", "/users", "table td");
    esamina("utenti");
    apri("admin", "/users/" + utente + "?tab=account", "input[type=password]");
    esamina("utenza");
    apri("admin", "/users/" + utente + "?tab=groups", "table td");
    pagina.getByText("Aggiungi a un gruppo").click();
    pagina.locator(".modal-dialog td").first().waitFor();
    esamina("scelta dei gruppi");
    chiudiLaFinestrella();
    apri("admin", "/groups", "table td");
    esamina("gruppi");
    apri("admin", "/authorization?resource=7", "td.permissions");
    pagina.locator("td.action a").first().click();
    pagina.locator("td.permissions .dropdown-toggle").click();
    pagina.locator("td.permissions .dropdown-menu input").first().waitFor();
    esamina("permessi");
    apri("admin", "/system?section=diagnostics", "h3:has-text('Diagnostica')");
    // measures for who mends the engine, in the engine's own words
    accessibile("diagnostica");
  }

  void welcome() {
    apri("welcome", "/", ".welcome-page .app-name");
    esamina("profilo");
  }

  private void esaminaLeSchede(String nome) {
    for (var scheda : pagina.locator(SCHEDE).all()) {
      var titolo = scheda.innerText().strip();
      scheda.click();
      esamina(nome + ", " + titolo);
    }
  }

  /** Loads an application once; its other pages only change what follows the #. */
  private void apri(String quale, String percorso, String quandoCE) {
    if (quale.equals(applicazione)) {
      pagina.evaluate("dove => { window.location.hash = dove; }", percorso);
    } else {
      // a change after the # alone loads nothing
      pagina.navigate("about:blank");
      finestra.vai(APPLICAZIONI + quale + "/default/#" + percorso);
      applicazione = quale;
    }
    pagina.locator(quandoCE).first().waitFor();
  }

  private void esamina(String nome) {
    accessibile(nome);
    // axe-core asks for the style sheets that ours import, from where they are not
    finestra.perdonaIlRifiuto();
    finestra.guarda(applicazione + " " + nome);
  }

  private void accessibile(String nome) {
    pagina.waitForCondition(() -> pagina.locator(".loader-state.loading:visible").count() == 0);
    // what moves is examined where it stops, and tooltips go away with the mouse
    pagina.mouse().move(600, 8);
    pagina.waitForCondition(() -> pagina.locator(".tooltip").count() == 0);
    pagina.evaluate(
        """
        () => Promise.race([
          new Promise(dopo => setTimeout(dopo, 1000)),
          Promise.allSettled(document.getAnimations()
            .filter(a => a.effect.getTiming().iterations !== Infinity)
            .map(a => a.finished))
        ]).then(() => null)""");
    Accessibile.esamina(pagina, applicazione + ", " + nome);
  }

  private void chiudiLaFinestrella() {
    var finestrella = pagina.locator(".modal-dialog");
    finestrella.locator(".modal-footer button").getByText("Chiudi").first().click();
    finestrella.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }
}
