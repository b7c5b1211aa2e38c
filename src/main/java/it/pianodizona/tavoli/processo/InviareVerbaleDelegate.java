package it.pianodizona.tavoli.processo;

import it.pianodizona.motore.NelModello;
import it.pianodizona.tavoli.Verbali;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Prints the draft of a verbale and sends it to the members. */
@NelModello("inviareVerbale")
class InviareVerbaleDelegate implements JavaDelegate {

  private final Verbali verbali;

  InviareVerbaleDelegate(Verbali verbali) {
    this.verbali = verbali;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    var termine = verbali.invia(IncontroTavoloProcesso.INCONTRO_ID.di(esecuzione));
    IncontroTavoloProcesso.TERMINE_OSSERVAZIONI.imposta(
        esecuzione, FissareDateIncontroDelegate.iso(termine.plusSeconds(1)));
  }
}
