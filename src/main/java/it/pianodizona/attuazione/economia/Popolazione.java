package it.pianodizona.attuazione.economia;

import it.pianodizona.comune.DatoNonValido;

/** The inhabitants of a Comune, as the quotas count them. */
public record Popolazione(String codiceIstat, String denominazione, int abitanti) {

  private static final int MASSIMO = 10_000_000;

  /**
   * @throws DatoNonValido without inhabitants
   */
  public Popolazione {
    if (abitanti < 1 || abitanti > MASSIMO) {
      throw new DatoNonValido(
          "Abitanti di " + denominazione, abitanti, "un numero intero da 1 a 10.000.000");
    }
  }
}
