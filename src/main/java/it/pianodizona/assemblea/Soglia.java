package it.pianodizona.assemblea;

import it.pianodizona.comune.DatoNonValido;

/**
 * The share of the Assemblea that must be present: a fraction of the whole, or that fraction plus
 * one.
 *
 * <p>"Metà più uno" of an odd number is the first whole number beyond the half: 13 of 25.
 *
 * @param piuUno true when one more than the fraction is needed
 */
public record Soglia(int numeratore, int denominatore, boolean piuUno) {

  /** Half plus one. */
  public static final Soglia META_PIU_UNO = new Soglia(1, 2, true);

  /** At least one third. */
  public static final Soglia UN_TERZO = new Soglia(1, 3, false);

  /**
   * @throws DatoNonValido when it is not a fraction between 0 and 1
   */
  public Soglia {
    if (numeratore < 0 || denominatore <= 0 || numeratore > denominatore) {
      throw new DatoNonValido(
          "Soglia del quorum", numeratore + "/" + denominatore, "una frazione da 0 a 1");
    }
    if (piuUno && numeratore == denominatore) {
      throw DatoNonValido.regola(
          "Soglia del quorum", "il totale più uno non si può mai raggiungere.");
    }
  }

  /** The smallest whole number that reaches the threshold of the given total. */
  public long di(long totale) {
    long prodotto = Math.multiplyExact(totale, numeratore);
    return piuUno
        ? Math.floorDiv(prodotto, (long) denominatore) + 1
        : Math.floorDiv(prodotto + denominatore - 1, (long) denominatore);
  }

  /** As officials say it: {@code metà più uno}, {@code almeno un terzo}, {@code almeno 2/5}. */
  public String descrizione() {
    if (equals(META_PIU_UNO)) {
      return "metà più uno";
    }
    if (equals(UN_TERZO)) {
      return "almeno un terzo";
    }
    String frazione = numeratore + "/" + denominatore;
    return piuUno ? frazione + " più uno" : "almeno " + frazione;
  }
}
