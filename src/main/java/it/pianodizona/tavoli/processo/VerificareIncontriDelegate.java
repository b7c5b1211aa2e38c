package it.pianodizona.tavoli.processo;

import it.pianodizona.motore.NelModello;
import it.pianodizona.tavoli.Incontri;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Finds out whether the tavolo still has meetings to hold or verbali to approve. */
@NelModello("verificareIncontri")
class VerificareIncontriDelegate implements JavaDelegate {

  private final Incontri incontri;

  VerificareIncontriDelegate(Incontri incontri) {
    this.incontri = incontri;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    TavoloTematicoProcesso.RESTANO_INCONTRI.imposta(
        esecuzione, incontri.restano(TavoloTematicoProcesso.TAVOLO_ID.di(esecuzione)));
  }
}
