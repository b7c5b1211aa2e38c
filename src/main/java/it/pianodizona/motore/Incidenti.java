package it.pianodizona.motore;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Component;

/** Failures outside the engine's own jobs, made visible in Cockpit next to those of its jobs. */
@Component
public class Incidenti {

  private final RuntimeService runtime;
  private final Processi processi;

  Incidenti(RuntimeService runtime, Processi processi) {
    this.runtime = runtime;
    this.processi = processi;
  }

  /**
   * Opens an incident where the instance is now. It disappears by itself when the instance moves
   * on.
   *
   * @param oggetto what it is about, kept with it
   * @param motivo in Italian, for whoever runs the system
   * @return its id; empty when there is no running instance to hang it on
   */
  public Optional<String> apri(
      String processo, String chiaveBusiness, String tipo, String oggetto, String motivo) {
    return processi
        .istanza(processo, chiaveBusiness)
        .flatMap(istanza -> esecuzione(runtime.getActivityInstance(istanza)))
        .map(esecuzione -> runtime.createIncident(tipo, esecuzione, oggetto, motivo).getId());
  }

  /** Ids of all open ones of this type. */
  public Set<String> aperti(String tipo) {
    return runtime.createIncidentQuery().incidentType(tipo).list().stream()
        .map(Incident::getId)
        .collect(Collectors.toSet());
  }

  /** Whether one is open about this. */
  public boolean aperto(String tipo, String oggetto) {
    return runtime.createIncidentQuery().incidentType(tipo).configuration(oggetto).count() > 0;
  }

  /** Closes one; nothing happens when it is closed already. */
  public void chiudi(String id) {
    if (runtime.createIncidentQuery().incidentId(id).count() > 0) {
      runtime.resolveIncident(id);
    }
  }

  /** Closes what is open about this. */
  public void chiudi(String tipo, String oggetto) {
    runtime.createIncidentQuery().incidentType(tipo).configuration(oggetto).list().stream()
        .map(Incident::getId)
        .forEach(this::chiudi);
  }

  /** The engine hangs incidents on an activity, not on an instance. */
  private static Optional<String> esecuzione(ActivityInstance attivita) {
    if (attivita.getChildTransitionInstances().length > 0) {
      return Optional.of(attivita.getChildTransitionInstances()[0].getExecutionId());
    }
    return attivita.getChildActivityInstances().length == 0
        ? Arrays.stream(attivita.getExecutionIds()).findFirst()
        : esecuzione(attivita.getChildActivityInstances()[0]);
  }
}
