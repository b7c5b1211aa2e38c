package it.pianodizona.accordo.processo;

import it.pianodizona.accordo.Accordi;
import it.pianodizona.motore.NelModello;

/** What the model asks about the signatures of an Accordo. */
@NelModello("firme")
public class Firme {

  private final Accordi accordi;

  Firme(Accordi accordi) {
    this.accordi = accordi;
  }

  /** True when some body refused: collecting the other signatures is pointless. */
  public boolean rifiutata(long accordoId) {
    return accordi.rifiutato(accordoId);
  }

  /** True when every body signed. */
  public boolean tutte(long accordoId) {
    return accordi.firmatoDaTutti(accordoId);
  }
}
