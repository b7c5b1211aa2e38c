package it.pianodizona.tavoli.processo;

import it.pianodizona.motore.NelModello;
import it.pianodizona.tavoli.Incontri;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Raises the alarm for a verbale that is overdue. */
@NelModello("segnalareVerbaleInRitardo")
class SegnalareVerbaleInRitardoDelegate implements JavaDelegate {

  private final Incontri incontri;

  SegnalareVerbaleInRitardoDelegate(Incontri incontri) {
    this.incontri = incontri;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    incontri.segnalaVerbaleInRitardo(IncontroTavoloProcesso.INCONTRO_ID.di(esecuzione));
  }
}
