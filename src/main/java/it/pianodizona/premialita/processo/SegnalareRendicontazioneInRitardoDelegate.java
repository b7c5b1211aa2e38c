package it.pianodizona.premialita.processo;

import it.pianodizona.motore.NelModello;
import it.pianodizona.premialita.Premialita;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The day for the final report passed. */
@NelModello("segnalareRendicontazioneInRitardo")
class SegnalareRendicontazioneInRitardoDelegate implements JavaDelegate {

  private final Premialita premialita;

  SegnalareRendicontazioneInRitardoDelegate(Premialita premialita) {
    this.premialita = premialita;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    premialita.segnalaRendicontazioneInRitardo(
        PremialitaProgettoProcesso.PROGETTO_ID.di(esecuzione));
  }
}
