package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.CoProgrammazioneProcesso.AVVISO_ID;

import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Reminds the office of the deadline for domande. */
@NelModello("ricordareScadenzaDomande")
class RicordareScadenzaDomandeDelegate implements JavaDelegate {

  private final Avvisi avvisi;

  RicordareScadenzaDomandeDelegate(Avvisi avvisi) {
    this.avvisi = avvisi;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    avvisi.ricordaScadenza(AVVISO_ID.di(esecuzione));
  }
}
