package it.pianodizona.tavoli.processo;

import it.pianodizona.motore.NelModello;
import it.pianodizona.tavoli.Tavoli;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Reminds the members of a meeting. */
@NelModello("ricordareIncontro")
class RicordareIncontroDelegate implements JavaDelegate {

  private final Tavoli tavoli;

  RicordareIncontroDelegate(Tavoli tavoli) {
    this.tavoli = tavoli;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    tavoli.ricorda(
        TavoloTematicoProcesso.INCONTRO_ID.di(esecuzione),
        TavoloTematicoProcesso.GIORNI_PRIMA.di(esecuzione));
  }
}
