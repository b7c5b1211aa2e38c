package it.pianodizona.piano.processo;

import it.pianodizona.motore.NelModello;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.piano.Piani;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Marks the plan late when the regional date passes; the plan goes on. */
@NelModello("segnareInRitardo")
class SegnareInRitardoDelegate implements JavaDelegate {

  private final Piani piani;

  SegnareInRitardoDelegate(Piani piani) {
    this.piani = piani;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    piani.segnaInRitardo(VariabiliPiano.PIANO_ID.di(esecuzione));
  }
}
