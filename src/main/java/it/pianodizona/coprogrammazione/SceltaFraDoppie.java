package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.DatoNonValido;

/**
 * What the office decides on two domande of the same body.
 *
 * @param restaLaNuova the one that came last stays; otherwise the earlier one
 * @param unisce areas and attachments of the other one go to the one that stays
 */
public record SceltaFraDoppie(boolean restaLaNuova, boolean unisce, String motivi) {

  /**
   * @throws DatoNonValido when the reasons are missing
   */
  public SceltaFraDoppie {
    motivi = Testi.obbligatorio("Motivi", motivi, 2000);
  }
}
