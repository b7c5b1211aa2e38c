package it.pianodizona.accordo.processo;

import it.pianodizona.accordo.Accordi;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Reminds the bodies that have not signed yet. */
@NelModello("sollecitareFirme")
class SollecitareFirmeDelegate implements JavaDelegate {

  private final Accordi accordi;

  SollecitareFirmeDelegate(Accordi accordi) {
    this.accordi = accordi;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    accordi.sollecita(AccordoDiProgrammaProcesso.ACCORDO_ID.di(esecuzione));
  }
}
