package it.pianodizona.accordo.processo;

import it.pianodizona.accordo.Accordi;
import it.pianodizona.motore.NelModello;

/** What the models ask about the transmission to the Region. */
@NelModello("trasmissioni")
public class Trasmissioni {

  private final Accordi accordi;

  Trasmissioni(Accordi accordi) {
    this.accordi = accordi;
  }

  /** True once the ATS sent plan and Accordo to the Region, whether acknowledged or not. */
  public boolean fatta(long pianoId) {
    return accordi.trasmesso(pianoId);
  }
}
