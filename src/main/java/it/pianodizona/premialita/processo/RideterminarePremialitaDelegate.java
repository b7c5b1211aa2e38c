package it.pianodizona.premialita.processo;

import it.pianodizona.motore.NelModello;
import it.pianodizona.premialita.Determinazioni;
import it.pianodizona.premialita.Progetto;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * Gives the amount of a regional act to the projects that wait for it, and shows it to the Region.
 */
@NelModello("rideterminarePremialita")
class RideterminarePremialitaDelegate implements JavaDelegate {

  private final Determinazioni determinazioni;

  RideterminarePremialitaDelegate(Determinazioni determinazioni) {
    this.determinazioni = determinazioni;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    var triennio = CompletamentoSchemaPremialitaProcesso.TRIENNIO.di(esecuzione);
    Map<Long, Progetto> progetti =
        determinazioni.ridetermina(triennio).stream()
            .collect(Collectors.toMap(Progetto::id, Function.identity()));
    var compiti = esecuzione.getProcessEngineServices().getTaskService();
    compiti
        .createTaskQuery()
        .processDefinitionKey(PremialitaProgettoProcesso.CHIAVE)
        .taskDefinitionKey(PremialitaProgettoProcesso.LIQUIDARE_ACCONTO)
        .processVariableValueEquals(CompletamentoSchemaPremialitaProcesso.TRIENNIO.nome(), triennio)
        .list()
        .forEach(
            compito -> {
              var progettoId =
                  (Long)
                      compiti.getVariable(
                          compito.getId(), PremialitaProgettoProcesso.PROGETTO_ID.nome());
              if (progetti.containsKey(progettoId)) {
                compiti.setVariablesLocal(compito.getId(), Importi.di(progetti.get(progettoId)));
              }
            });
  }
}
