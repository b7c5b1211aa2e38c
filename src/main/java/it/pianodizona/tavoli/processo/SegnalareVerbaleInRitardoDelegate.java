package it.pianodizona.tavoli.processo;

import it.pianodizona.motore.NelModello;
import it.pianodizona.tavoli.Tavoli;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Raises the alarm for a verbale that is overdue. */
@NelModello("segnalareVerbaleInRitardo")
class SegnalareVerbaleInRitardoDelegate implements JavaDelegate {

  private final Tavoli tavoli;

  SegnalareVerbaleInRitardoDelegate(Tavoli tavoli) {
    this.tavoli = tavoli;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    tavoli.segnalaVerbaleInRitardo(TavoloTematicoProcesso.INCONTRO_ID.di(esecuzione));
  }
}
