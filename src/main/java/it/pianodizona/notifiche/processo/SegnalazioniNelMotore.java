package it.pianodizona.notifiche.processo;

import it.pianodizona.motore.Processi;
import it.pianodizona.notifiche.Messaggio;
import it.pianodizona.notifiche.Segnalazioni;
import it.pianodizona.piano.processo.PianoDiZonaProcesso;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Component;

/** Undelivered messages are incidents of the plan's process instance, visible in Cockpit. */
@Component
class SegnalazioniNelMotore implements Segnalazioni {

  static final String TIPO = "mailNonRecapitata";

  private final RuntimeService runtime;
  private final Processi processi;

  SegnalazioniNelMotore(RuntimeService runtime, Processi processi) {
    this.runtime = runtime;
    this.processi = processi;
  }

  @Override
  public Optional<String> apri(Messaggio messaggio) {
    return processi
        .istanza(PianoDiZonaProcesso.CHIAVE, messaggio.chiavePiano())
        .flatMap(istanza -> esecuzione(runtime.getActivityInstance(istanza)))
        .map(
            esecuzione ->
                runtime
                    .createIncident(
                        TIPO,
                        esecuzione,
                        Long.toString(messaggio.id()),
                        "Messaggio n. %d per %s (%s) non recapitato: %s"
                            .formatted(
                                messaggio.id(),
                                messaggio.destinatarioNome(),
                                messaggio.scopo().descrizione(),
                                messaggio.ultimoErrore()))
                    .getId());
  }

  /** Where the plan is now: the engine hangs incidents on an activity, not on an instance. */
  private static Optional<String> esecuzione(ActivityInstance attivita) {
    if (attivita.getChildTransitionInstances().length > 0) {
      return Optional.of(attivita.getChildTransitionInstances()[0].getExecutionId());
    }
    return attivita.getChildActivityInstances().length == 0
        ? Arrays.stream(attivita.getExecutionIds()).findFirst()
        : esecuzione(attivita.getChildActivityInstances()[0]);
  }

  @Override
  public Set<String> aperte() {
    return runtime.createIncidentQuery().incidentType(TIPO).list().stream()
        .map(Incident::getId)
        .collect(Collectors.toSet());
  }

  @Override
  public void chiudi(String id) {
    if (runtime.createIncidentQuery().incidentId(id).count() > 0) {
      runtime.resolveIncident(id);
    }
  }
}
