package it.pianodizona.comune;

import java.util.regex.Pattern;

/**
 * The ISTAT code of a Comune: three digits for the province and three for the Comune within it.
 *
 * @param valore six digits, leading zeros kept
 */
public record CodiceIstat(String valore) {

  private static final Pattern FORMA = Pattern.compile("(?!000)[0-9]{3}(?!000)[0-9]{3}");

  /**
   * @throws DatoNonValido when the text is not six digits, or the province or the Comune is 000
   */
  public CodiceIstat {
    if (valore == null || !FORMA.matcher(valore).matches()) {
      throw new DatoNonValido(
          "Codice ISTAT",
          valore,
          "sei cifre, tre della provincia e tre del Comune, zeri iniziali compresi (016077)");
    }
  }

  /** The first three digits, which identify the province. */
  public String provincia() {
    return valore.substring(0, 3);
  }

  @Override
  public String toString() {
    return valore;
  }
}
