package it.pianodizona.coprogrammazione.processo;

import it.pianodizona.coprogrammazione.CoProgrammazioneProperties;
import it.pianodizona.motore.NelModello;

/** Tells the model whether the Ambito does without the preavviso di rigetto. */
@NelModello("preavvisoDiRigetto")
public class PreavvisoDiRigetto {

  private final CoProgrammazioneProperties parametri;

  PreavvisoDiRigetto(CoProgrammazioneProperties parametri) {
    this.parametri = parametri;
  }

  public boolean omesso() {
    return !parametri.preavvisoAttivo();
  }
}
