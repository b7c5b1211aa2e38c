package it.pianodizona.fascicolo;

/**
 * A cell of an uploaded file that cannot be accepted.
 *
 * @param cella where, such as {@code B7} or {@code Obiettivi!B7}
 * @param colonna heading of its column; empty where there is none
 * @param trovato what is written there, shortened; empty when nothing is
 * @param ammesso what is accepted
 */
public record CellaErrata(String cella, String colonna, String trovato, String ammesso) {

  private static final int LUNGHEZZA = 80;

  public CellaErrata {
    var pulito = trovato == null ? "" : trovato.strip().replaceAll("\\s+", " ");
    trovato = pulito.length() > LUNGHEZZA ? pulito.substring(0, LUNGHEZZA) + "…" : pulito;
  }

  /** E.g. {@code Obiettivi!B7 (Macroarea): trovato «K»; ammesso: una lettera da A a J}. */
  @Override
  public String toString() {
    return "%s%s: %s; ammesso: %s"
        .formatted(
            cella,
            colonna.isEmpty() ? "" : " (" + colonna + ")",
            trovato.isEmpty() ? "manca il valore" : "trovato «" + trovato + "»",
            ammesso);
  }
}
