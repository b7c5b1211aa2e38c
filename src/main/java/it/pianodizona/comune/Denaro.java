package it.pianodizona.comune;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An amount in euro with exactly two decimals, positive, zero or negative.
 *
 * <p>An amount with more than two decimals is refused, never rounded; the only rounding is the one
 * asked for by {@link #percento}. Amounts fit a {@code NUMERIC(15,2)} column: thirteen digits
 * before the comma.
 *
 * @param importo the amount in euro, scale 2
 */
public record Denaro(BigDecimal importo) implements Comparable<Denaro> {

  /** Zero euro. */
  public static final Denaro ZERO = new Denaro(BigDecimal.ZERO);

  private static final int CIFRE_INTERE = 13;
  private static final BigDecimal CENTO = new BigDecimal(100);
  private static final String ACCETTATO =
      "un importo in euro con al massimo due decimali e tredici cifre intere,"
          + " per esempio 20000, 20000.00, 20000,00 oppure 20.000,00";
  private static final Pattern SEMPLICE = Pattern.compile("[+-]?\\d{1,13}([.,]\\d{1,2})?");
  private static final Pattern CON_MIGLIAIA =
      Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3}){1,4},\\d{1,2}");

  /**
   * @throws DatoNonValido when the amount is absent, has more than two significant decimals or is
   *     too large
   */
  public Denaro {
    if (importo == null
        || importo.signum() != 0 && importo.precision() - (long) importo.scale() > CIFRE_INTERE
        || importo.signum() != 0 && importo.stripTrailingZeros().scale() > 2) {
      throw new DatoNonValido("Importo", importo, ACCETTATO);
    }
    importo = importo.signum() == 0 ? new BigDecimal("0.00") : importo.setScale(2);
  }

  /**
   * Reads an amount typed by a person or stored as text.
   *
   * <p>A dot alone before three digits ({@code 20.000}) is refused: it could mean twenty thousand
   * or twenty.
   *
   * @throws DatoNonValido when the text is not an amount or has more than two decimals
   */
  public static Denaro euro(String testo) {
    String pulito =
        testo == null ? "" : testo.strip().replaceFirst("[\\s\\u00A0\\u202F]*€$", "").strip();
    if (CON_MIGLIAIA.matcher(pulito).matches()) {
      return new Denaro(new BigDecimal(pulito.replace(".", "").replace(',', '.')));
    }
    if (SEMPLICE.matcher(pulito).matches()) {
      return new Denaro(new BigDecimal(pulito.replace(',', '.')));
    }
    throw new DatoNonValido("Importo", testo, ACCETTATO);
  }

  /**
   * @throws DatoNonValido when the amount is absent, too large or has more than two decimals
   */
  public static Denaro euro(BigDecimal importo) {
    return new Denaro(importo);
  }

  /** Whole euro. */
  public static Denaro euro(long importo) {
    return new Denaro(BigDecimal.valueOf(importo));
  }

  /** The sum of all the amounts; zero when there are none. */
  public static Denaro somma(Iterable<Denaro> importi) {
    Denaro totale = ZERO;
    for (Denaro importo : importi) {
      totale = totale.piu(importo);
    }
    return totale;
  }

  public Denaro piu(Denaro altro) {
    return new Denaro(importo.add(altro.importo));
  }

  /** The smaller of the two. */
  public Denaro minore(Denaro altro) {
    return compareTo(altro) <= 0 ? this : altro;
  }

  public Denaro meno(Denaro altro) {
    return new Denaro(importo.subtract(altro.importo));
  }

  /**
   * The given percentage of this amount, rounded half up to the cent.
   *
   * @param percentuale 20 means 20%
   * @throws DatoNonValido when the percentage is absent or negative
   */
  public Denaro percento(BigDecimal percentuale) {
    if (percentuale == null || percentuale.signum() < 0) {
      throw new DatoNonValido("Percentuale", percentuale, "un numero non negativo");
    }
    return new Denaro(importo.multiply(percentuale).divide(CENTO, 2, RoundingMode.HALF_UP));
  }

  /**
   * Splits this total into an acconto and a saldo that always add up to it: the acconto is rounded
   * to the cent and the saldo is what remains.
   *
   * @param percentualeAcconto share paid in advance, 0 to 100
   * @throws DatoNonValido when the percentage is outside 0–100 or this total is negative
   */
  public Ripartizione ripartisci(BigDecimal percentualeAcconto) {
    if (negativo()) {
      throw new DatoNonValido("Totale da ripartire", this, "un importo maggiore o uguale a zero");
    }
    if (percentualeAcconto == null
        || percentualeAcconto.signum() < 0
        || percentualeAcconto.compareTo(CENTO) > 0) {
      throw new DatoNonValido("Percentuale di acconto", percentualeAcconto, "un numero da 0 a 100");
    }
    Denaro acconto = percento(percentualeAcconto);
    return new Ripartizione(acconto, meno(acconto));
  }

  /** True when greater than zero. */
  public boolean positivo() {
    return importo.signum() > 0;
  }

  /** True when less than zero. */
  public boolean negativo() {
    return importo.signum() < 0;
  }

  @Override
  public int compareTo(Denaro altro) {
    return importo.compareTo(altro.importo);
  }

  /** The amount as Italian officials write it: {@code 20.000,00 €}. */
  @Override
  public String toString() {
    DecimalFormat formato =
        new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ITALY));
    return formato.format(importo) + " €";
  }

  /**
   * A total divided between what is paid in advance and what is paid at the end.
   *
   * @param acconto paid in advance
   * @param saldo the remainder
   */
  public record Ripartizione(Denaro acconto, Denaro saldo) {

    /** The amount that was divided. */
    public Denaro totale() {
      return acconto.piu(saldo);
    }
  }
}
