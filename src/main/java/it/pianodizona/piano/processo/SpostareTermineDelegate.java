package it.pianodizona.piano.processo;

import it.pianodizona.motore.NelModello;
import it.pianodizona.piano.Proroghe;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Moves the term of one plan. */
@NelModello("spostareTermine")
class SpostareTermineDelegate implements JavaDelegate {

  private final Proroghe proroghe;

  SpostareTermineDelegate(Proroghe proroghe) {
    this.proroghe = proroghe;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    proroghe.applica(
        ProrogaTermineProcesso.PROROGA_ID.di(esecuzione),
        AvvioTriennioProcesso.PIANO.di(esecuzione).numberValue().longValue());
  }
}
