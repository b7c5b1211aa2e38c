package it.pianodizona.accordo.processo;

import it.pianodizona.accordo.TestiAccordo;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Prints the text of the Accordo and puts it into the fascicolo. */
@NelModello("depositareTesto")
class DepositareTestoDelegate implements JavaDelegate {

  private final TestiAccordo testi;

  DepositareTestoDelegate(TestiAccordo testi) {
    this.testi = testi;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    testi.deposita(AccordoDiProgrammaProcesso.TESTO_ID.di(esecuzione));
  }
}
