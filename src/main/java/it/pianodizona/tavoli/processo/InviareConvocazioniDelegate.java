package it.pianodizona.tavoli.processo;

import it.pianodizona.motore.NelModello;
import it.pianodizona.tavoli.Tavoli;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Convenes every meeting of the tavolo, once. */
@NelModello("inviareConvocazioni")
class InviareConvocazioniDelegate implements JavaDelegate {

  private final Tavoli tavoli;

  InviareConvocazioniDelegate(Tavoli tavoli) {
    this.tavoli = tavoli;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    tavoli.convoca(TavoloTematicoProcesso.TAVOLO_ID.di(esecuzione));
  }
}
