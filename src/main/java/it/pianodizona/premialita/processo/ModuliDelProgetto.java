package it.pianodizona.premialita.processo;

import it.pianodizona.premialita.Progetto;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** The open forms of a project, which show the amounts as they were when their task began. */
@Component
class ModuliDelProgetto {

  private final TaskService compiti;

  ModuliDelProgetto(TaskService compiti) {
    this.compiti = compiti;
  }

  /** Shows what is paid and what is left now. */
  void mostraResidui(Progetto progetto) {
    mostra(
        progetto,
        Importi.residui(progetto),
        PremialitaProgettoProcesso.RENDICONTARE_PROGETTO,
        PremialitaProgettoProcesso.VALUTARE_ESITO_FINALE,
        PremialitaProgettoProcesso.LIQUIDARE_SALDO);
  }

  void mostra(Progetto progetto, Map<String, Object> valori, String... inQuali) {
    compiti
        .createTaskQuery()
        .processDefinitionKey(PremialitaProgettoProcesso.CHIAVE)
        .taskDefinitionKeyIn(inQuali)
        .processVariableValueEquals(PremialitaProgettoProcesso.PROGETTO_ID.nome(), progetto.id())
        .list()
        .forEach(aperto -> compiti.setVariablesLocal(aperto.getId(), valori));
  }
}
