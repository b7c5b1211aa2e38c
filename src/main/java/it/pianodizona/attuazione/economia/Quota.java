package it.pianodizona.attuazione.economia;

import it.pianodizona.comune.Denaro;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What one Comune owes for a year.
 *
 * @param fissa the same for every Comune
 * @param variabile in proportion to the inhabitants
 */
public record Quota(
    String codiceIstat, String denominazione, int abitanti, Denaro fissa, Denaro variabile) {

  public Denaro totale() {
    return fissa.piu(variabile);
  }

  /** Euro for each inhabitant, to two decimals: to be read, never to be multiplied. */
  public Denaro perAbitante() {
    return Denaro.euro(
        totale().importo().divide(BigDecimal.valueOf(abitanti), 2, RoundingMode.HALF_UP));
  }
}
