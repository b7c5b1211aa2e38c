package it.pianodizona.piano.processo;

import it.pianodizona.motore.NelModello;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.piano.Fase;
import it.pianodizona.piano.Piani;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Keeps the phase of the plan in step with where its process is. */
@NelModello("fasiDelPiano")
public class FasiDelPiano {

  private final Piani piani;

  FasiDelPiano(Piani piani) {
    this.piani = piani;
  }

  /** Called by the models when a phase begins. */
  public void entra(DelegateExecution esecuzione, String fase) {
    piani.passaAllaFase(VariabiliPiano.PIANO_ID.di(esecuzione), Fase.valueOf(fase));
  }
}
