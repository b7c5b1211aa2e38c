package it.pianodizona.accordo.processo;

import it.pianodizona.accordo.Accordi;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Has the Assemblea know who refused to sign and why. */
@NelModello("informareAssemblea")
class InformareAssembleaDelegate implements JavaDelegate {

  private final Accordi accordi;

  InformareAssembleaDelegate(Accordi accordi) {
    this.accordi = accordi;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    accordi.informaAssemblea(AccordoDiProgrammaProcesso.ACCORDO_ID.di(esecuzione));
  }
}
