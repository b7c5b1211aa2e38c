package it.pianodizona.tavoli.processo;

import it.pianodizona.motore.NelModello;
import it.pianodizona.tavoli.Verbali;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Prints the approved verbale and tells the members. */
@NelModello("comunicareVerbale")
class ComunicareVerbaleDelegate implements JavaDelegate {

  private final Verbali verbali;

  ComunicareVerbaleDelegate(Verbali verbali) {
    this.verbali = verbali;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    verbali.comunica(IncontroTavoloProcesso.INCONTRO_ID.di(esecuzione));
  }
}
