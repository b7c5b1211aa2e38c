package it.pianodizona.premialita.processo;

import it.pianodizona.motore.NelModello;
import it.pianodizona.premialita.Valutazioni;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The day for the final report passed. */
@NelModello("segnalareRendicontazioneInRitardo")
class SegnalareRendicontazioneInRitardoDelegate implements JavaDelegate {

  private final Valutazioni valutazioni;

  SegnalareRendicontazioneInRitardoDelegate(Valutazioni valutazioni) {
    this.valutazioni = valutazioni;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    valutazioni.segnalaRendicontazioneInRitardo(
        PremialitaProgettoProcesso.PROGETTO_ID.di(esecuzione));
  }
}
