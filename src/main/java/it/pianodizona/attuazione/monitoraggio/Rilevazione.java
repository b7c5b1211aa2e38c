package it.pianodizona.attuazione.monitoraggio;

import it.pianodizona.documento.Indicatore;
import java.math.BigDecimal;

/**
 * An indicator in one year.
 *
 * @param numero its place in the objective, from 1
 * @param valore reached at the end of the year; {@code null} when it is not measured
 * @param nota remarks, or why it is not measured; may be {@code null}
 * @param raggiungimento percent of the target; {@code null} without a value
 * @param atteso percent of the target that was expected at the end of the year
 */
public record Rilevazione(
    int numero,
    Indicatore indicatore,
    BigDecimal valore,
    String nota,
    BigDecimal raggiungimento,
    BigDecimal atteso,
    Luce luce) {

  /** Whether somebody measured it, or said why not. */
  boolean completa() {
    return valore != null || nota != null;
  }
}
