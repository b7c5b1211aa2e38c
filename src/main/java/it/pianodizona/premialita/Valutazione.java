package it.pianodizona.premialita;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * An evaluation by the gruppo tecnico regionale.
 *
 * @param giudizio the reasons, shown to the Ambito
 * @param utente login of who recorded it
 * @param punteggi points by criterion; empty for the final evaluation and in the trienni without
 *     criteria
 * @param percentuale of the final evaluation, how far the objective was reached, 0 to 100; {@code
 *     null} for a proposal
 */
public record Valutazione(
    boolean positiva,
    String giudizio,
    String utente,
    Map<Criterio, Integer> punteggi,
    Integer percentuale) {

  public Valutazione {
    var inOrdine = new EnumMap<Criterio, Integer>(Criterio.class);
    inOrdine.putAll(punteggi);
    punteggi = Collections.unmodifiableMap(inOrdine);
  }

  /** The evaluation of a proposal without points. */
  public Valutazione(boolean positiva, String giudizio, String utente) {
    this(positiva, giudizio, utente, Map.of(), null);
  }

  /** The evaluation of a proposal. */
  public static Valutazione dellaProposta(
      boolean positiva, String giudizio, String utente, Map<Criterio, Integer> punteggi) {
    return new Valutazione(positiva, giudizio, utente, punteggi, null);
  }

  /**
   * The evaluation of the final report.
   *
   * @param percentuale 100 when the objective was reached, 0 when it was not
   */
  public static Valutazione finale(int percentuale, String giudizio, String utente) {
    return new Valutazione(percentuale > 0, giudizio, utente, Map.of(), percentuale);
  }

  /** Sum of the points. */
  public int punteggio() {
    return punteggi.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Whether an objective was reached, but not wholly. */
  public boolean parziale() {
    return percentuale != null && percentuale > 0 && percentuale < 100;
  }
}
