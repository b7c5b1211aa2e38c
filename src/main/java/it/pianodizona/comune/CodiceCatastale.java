package it.pianodizona.comune;

import java.util.regex.Pattern;

/**
 * The land-registry code of a Comune, the one inside a person's tax code.
 *
 * @param valore a capital letter and three digits
 */
public record CodiceCatastale(String valore) {

  private static final Pattern FORMA = Pattern.compile("[A-Z][0-9]{3}");

  /**
   * @throws DatoNonValido when the text is not a capital letter followed by three digits
   */
  public CodiceCatastale {
    if (valore == null || !FORMA.matcher(valore).matches()) {
      throw new DatoNonValido(
          "Codice catastale", valore, "una lettera maiuscola e tre cifre (C800)");
    }
  }

  @Override
  public String toString() {
    return valore;
  }
}
