package it.pianodizona.tavoli.processo;

import it.pianodizona.motore.NelModello;
import it.pianodizona.tavoli.Incontri;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Reminds the members who have not answered. */
@NelModello("ricordareIncontro")
class RicordareIncontroDelegate implements JavaDelegate {

  private final Incontri incontri;

  RicordareIncontroDelegate(Incontri incontri) {
    this.incontri = incontri;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    incontri.ricorda(
        IncontroTavoloProcesso.INCONTRO_ID.di(esecuzione),
        IncontroTavoloProcesso.GIORNI_PRIMA.di(esecuzione));
  }
}
