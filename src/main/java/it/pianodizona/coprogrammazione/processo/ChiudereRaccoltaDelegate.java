package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.CoProgrammazioneProcesso.AVVISO_ID;
import static it.pianodizona.coprogrammazione.processo.CoProgrammazioneProcesso.DOMANDE_PERVENUTE;

import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Tells the model whether anybody applied on time. */
@NelModello("chiudereRaccolta")
class ChiudereRaccoltaDelegate implements JavaDelegate {

  private final Avvisi avvisi;

  ChiudereRaccoltaDelegate(Avvisi avvisi) {
    this.avvisi = avvisi;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    DOMANDE_PERVENUTE.imposta(esecuzione, avvisi.domandeInTermine(AVVISO_ID.di(esecuzione)) > 0);
  }
}
