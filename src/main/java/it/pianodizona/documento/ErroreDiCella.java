package it.pianodizona.documento;

/**
 * A cell that cannot be imported.
 *
 * @param cella where, e.g. {@code Obiettivi!B7}
 * @param trovato what is written there, shortened
 * @param ammesso what is accepted
 */
public record ErroreDiCella(String cella, String trovato, String ammesso) {

  private static final int LUNGHEZZA = 80;

  static ErroreDiCella in(String foglio, int riga, int colonna, String trovato, String ammesso) {
    var pulito = trovato == null ? "" : trovato.strip().replaceAll("\\s+", " ");
    return new ErroreDiCella(
        foglio + "!" + colonna(colonna) + riga,
        pulito.length() > LUNGHEZZA ? pulito.substring(0, LUNGHEZZA) + "…" : pulito,
        ammesso);
  }

  /** Letters of a column, as spreadsheets write them; 0 is A. */
  private static String colonna(int numero) {
    var lettere = new StringBuilder();
    for (int resto = numero; resto >= 0; resto = resto / 26 - 1) {
      lettere.insert(0, (char) ('A' + resto % 26));
    }
    return lettere.toString();
  }

  /** E.g. {@code Obiettivi!B7: trovato «K»; ammesso: una lettera da A a J}. */
  public String riga() {
    return "%s: trovato %s; ammesso: %s"
        .formatted(cella, trovato.isEmpty() ? "vuoto" : "«" + trovato + "»", ammesso);
  }
}
