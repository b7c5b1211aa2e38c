package it.pianodizona.accordo.processo;

import it.pianodizona.accordo.Accordi;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Tells who is missing once the deadline passed; the signatures stay open. */
@NelModello("segnalareRitardo")
class SegnalareRitardoDelegate implements JavaDelegate {

  private final Accordi accordi;

  SegnalareRitardoDelegate(Accordi accordi) {
    this.accordi = accordi;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    accordi.segnalaRitardo(AccordoDiProgrammaProcesso.ACCORDO_ID.di(esecuzione));
  }
}
