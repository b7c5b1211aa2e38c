package it.pianodizona.tavoli.processo;

import it.pianodizona.motore.NelModello;
import it.pianodizona.tavoli.DocumentoDiSintesi;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Gathers the syntheses of all the tavoli of a notice in one document. */
@NelModello("comporreSintesi")
class ComporreSintesiDelegate implements JavaDelegate {

  private final DocumentoDiSintesi documento;

  ComporreSintesiDelegate(DocumentoDiSintesi documento) {
    this.documento = documento;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    documento.componi(TavoloTematicoProcesso.AVVISO_ID.di(esecuzione));
  }
}
