package it.pianodizona.notifiche.processo;

import it.pianodizona.motore.Processi;
import it.pianodizona.notifiche.Messaggio;
import it.pianodizona.notifiche.Segnalazioni;
import it.pianodizona.piano.processo.PianoDiZonaProcesso;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
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
        .map(
            istanza ->
                runtime
                    .createIncident(
                        TIPO,
                        istanza,
                        Long.toString(messaggio.id()),
                        "Messaggio n. %d per %s (%s) non recapitato: %s"
                            .formatted(
                                messaggio.id(),
                                messaggio.destinatarioNome(),
                                messaggio.scopo().descrizione(),
                                messaggio.ultimoErrore()))
                    .getId());
  }

  @Override
  public void chiudi(String id) {
    if (runtime.createIncidentQuery().incidentId(id).count() > 0) {
      runtime.resolveIncident(id);
    }
  }
}
