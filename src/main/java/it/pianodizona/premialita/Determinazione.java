package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;
import it.pianodizona.comune.Denaro.Ripartizione;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * How much a project is worth, and why.
 *
 * @param importo total premialità; {@code null} while the regional amounts are to be completed
 * @param percentualeAcconto whole percentage paid in advance, 1 to 99; may be missing when the
 *     amount is missing or zero
 * @param motivo one Italian sentence
 * @param quota which of the amounts of the triennio it is; {@code null} for none
 */
public record Determinazione(
    Denaro importo, Integer percentualeAcconto, String motivo, QuotaAssegnata quota) {

  public Determinazione {
    if (importo != null && importo.positivo() && percentualeAcconto == null) {
      throw new IllegalArgumentException("Manca la percentuale di acconto");
    }
    Objects.requireNonNull(motivo, "motivo");
  }

  /** Without a quota. */
  public Determinazione(Denaro importo, Integer percentualeAcconto, String motivo) {
    this(importo, percentualeAcconto, motivo, null);
  }

  /** The same right for another amount. */
  Determinazione con(Denaro nuovoImporto, String nuovoMotivo) {
    return new Determinazione(nuovoImporto, percentualeAcconto, nuovoMotivo, quota);
  }

  static Determinazione daCompletare(String motivo) {
    return new Determinazione(null, null, motivo);
  }

  static Determinazione nulla(String motivo) {
    return new Determinazione(Denaro.ZERO, null, motivo);
  }

  /** True while no regional act gives the amounts. */
  public boolean daCompletare() {
    return importo == null;
  }

  /** True when the project has a right to money, even if how much is still to be completed. */
  public boolean riconosciuta() {
    return importo == null || importo.positivo();
  }

  /**
   * Acconto and saldo; they always add up to the amount.
   *
   * @throws IllegalStateException while the amounts are to be completed
   */
  public Ripartizione ripartizione() {
    if (daCompletare()) {
      throw new IllegalStateException("Importi da completare");
    }
    return importo.positivo()
        ? importo.ripartisci(BigDecimal.valueOf(percentualeAcconto))
        : new Ripartizione(Denaro.ZERO, Denaro.ZERO);
  }
}
