package it.pianodizona.accordo.processo;

import it.pianodizona.accordo.Accordi;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Reminds ATS and Region that the receipt of the transmission is missing. */
@NelModello("sollecitareRicevuta")
class SollecitareRicevutaDelegate implements JavaDelegate {

  private final Accordi accordi;

  SollecitareRicevutaDelegate(Accordi accordi) {
    this.accordi = accordi;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    accordi.sollecitaRicevuta(AccordoDiProgrammaProcesso.ACCORDO_ID.di(esecuzione));
  }
}
