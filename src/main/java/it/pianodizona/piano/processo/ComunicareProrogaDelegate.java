package it.pianodizona.piano.processo;

import it.pianodizona.motore.NelModello;
import it.pianodizona.piano.Proroghe;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Has everyone concerned by a proroga told. */
@NelModello("comunicareProroga")
class ComunicareProrogaDelegate implements JavaDelegate {

  private final Proroghe proroghe;

  ComunicareProrogaDelegate(Proroghe proroghe) {
    this.proroghe = proroghe;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    proroghe.comunica(ProrogaTermineProcesso.PROROGA_ID.di(esecuzione));
  }
}
