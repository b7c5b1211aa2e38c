package it.pianodizona.piano.processo;

import it.pianodizona.motore.tempo.Temporizzatori;
import it.pianodizona.piano.TermineProrogato;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What waits for the regional term in the life cycle of a plan follows a proroga. */
@Component
class TimerDelPiano {

  private final Temporizzatori temporizzatori;

  TimerDelPiano(Temporizzatori temporizzatori) {
    this.temporizzatori = temporizzatori;
  }

  @EventListener
  void proroga(TermineProrogato evento) {
    var ritardoDal = evento.dopo().plusSeconds(1);
    temporizzatori.sposta(
        PianoDiZonaProcesso.CHIAVE,
        evento.piano().chiave(),
        Map.of(
            PianoDiZonaProcesso.SCADENZA_ACCORDO.nome(),
            evento.dopo().toOffsetDateTime().toString(),
            PianoDiZonaProcesso.RITARDO_DAL.nome(),
            ritardoDal.toOffsetDateTime().toString()),
        Map.of(PianoDiZonaProcesso.TERMINE_SCADUTO, ritardoDal),
        Set.of(PianoDiZonaProcesso.TERMINE_SCADUTO));
    temporizzatori.spostaCompiti(evento.piano().chiave(), evento.prima(), evento.dopo());
  }
}
