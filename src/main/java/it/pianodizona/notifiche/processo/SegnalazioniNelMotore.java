package it.pianodizona.notifiche.processo;

import it.pianodizona.motore.Incidenti;
import it.pianodizona.notifiche.Messaggio;
import it.pianodizona.notifiche.Segnalazioni;
import it.pianodizona.piano.processo.PianoDiZonaProcesso;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Undelivered messages are incidents of the plan's process instance, visible in Cockpit. */
@Component
class SegnalazioniNelMotore implements Segnalazioni {

  static final String TIPO = "mailNonRecapitata";

  private final Incidenti incidenti;

  SegnalazioniNelMotore(Incidenti incidenti) {
    this.incidenti = incidenti;
  }

  @Override
  public Optional<String> apri(Messaggio messaggio) {
    return incidenti.apri(
        PianoDiZonaProcesso.CHIAVE,
        messaggio.chiavePiano(),
        TIPO,
        Long.toString(messaggio.id()),
        "Messaggio n. %d per %s (%s) non recapitato: %s"
            .formatted(
                messaggio.id(),
                messaggio.destinatarioNome(),
                messaggio.scopo().descrizione(),
                messaggio.ultimoErrore()));
  }

  @Override
  public Set<String> aperte() {
    return incidenti.aperti(TIPO);
  }

  @Override
  public void chiudi(String id) {
    incidenti.chiudi(id);
  }
}
