package it.pianodizona.attuazione;

/**
 * A cell of an uploaded file that cannot be accepted.
 *
 * @param cella as the spreadsheet names it, such as {@code B7}
 */
public record ErroreCella(String cella, String colonna, String valore, String accettato) {

  @Override
  public String toString() {
    return "%s (%s): %s; è ammesso %s"
        .formatted(
            cella, colonna, valore.isEmpty() ? "manca il valore" : "«" + valore + "»", accettato);
  }
}
