package it.pianodizona.piano.processo;

import it.pianodizona.motore.NelModello;
import it.pianodizona.motore.Processi;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.piano.Piani;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;

/** Starts the life cycle of one plan. */
@NelModello("avviarePiano")
class AvviarePianoDelegate implements JavaDelegate {

  private final Piani piani;
  private final Processi processi;
  private final ApplicationEventPublisher eventi;

  AvviarePianoDelegate(Piani piani, Processi processi, ApplicationEventPublisher eventi) {
    this.piani = piani;
    this.processi = processi;
    this.eventi = eventi;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    var pianoId = AvvioTriennioProcesso.PIANO.di(esecuzione).numberValue().longValue();
    var piano = piani.piano(pianoId);
    processi.avvia(
        PianoDiZonaProcesso.CHIAVE,
        piano.riferimento().chiave(),
        Map.of(
            VariabiliPiano.PIANO_ID.nome(),
            pianoId,
            VariabiliPiano.CODICE_AMBITO.nome(),
            piano.codiceAmbito(),
            VariabiliPiano.TRIENNIO.nome(),
            piano.triennio(),
            PianoDiZonaProcesso.SCADENZA_ACCORDO.nome(),
            piano.scadenzaAccordo(),
            PianoDiZonaProcesso.RITARDO_DAL.nome(),
            piano.ritardoDal(),
            PianoDiZonaProcesso.ACCORDO_RAGGIUNTO.nome(),
            false));
    eventi.publishEvent(new PianoAvviato(piano.riferimento()));
  }
}
