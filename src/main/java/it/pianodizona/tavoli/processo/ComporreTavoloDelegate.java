package it.pianodizona.tavoli.processo;

import it.pianodizona.motore.NelModello;
import it.pianodizona.tavoli.Tavoli;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Opens the tavolo of one area with its members and announced meetings. */
@NelModello("comporreTavolo")
class ComporreTavoloDelegate implements JavaDelegate {

  private final Tavoli tavoli;

  ComporreTavoloDelegate(Tavoli tavoli) {
    this.tavoli = tavoli;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    TavoloTematicoProcesso.TAVOLO_ID.imposta(
        esecuzione,
        tavoli.componi(
            TavoloTematicoProcesso.AVVISO_ID.di(esecuzione),
            TavoloTematicoProcesso.AREA_CODICE.di(esecuzione)));
  }
}
