package it.pianodizona.comune;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table in CSV for spreadsheets: RFC 4180 with semicolons, as Italian ones expect. A text that a
 * spreadsheet would run as a formula is kept a text by an apostrophe before it.
 */
public final class FoglioCsv {

  /** Tells spreadsheets that the text is UTF-8. */
  private static final String UTF_8 = "\uFEFF";

  private static final String FORMULE = "=+-@\t\r";

  private final StringBuilder testo = new StringBuilder(UTF_8);

  public FoglioCsv(String... intestazioni) {
    riga(List.of(intestazioni));
  }

  /** Adds a row; null is an empty cell. */
  public FoglioCsv riga(List<?> celle) {
    testo.append(celle.stream().map(FoglioCsv::cella).collect(Collectors.joining(";")));
    testo.append("\r\n");
    return this;
  }

  @Override
  public String toString() {
    return testo.toString();
  }

  private static String cella(Object valore) {
    if (valore == null) {
      return "";
    }
    var scritto = valore.toString();
    // a number is no formula, even when it begins with a minus
    if (!(valore instanceof Number)
        && !scritto.isEmpty()
        && FORMULE.indexOf(scritto.charAt(0)) >= 0) {
      scritto = "'" + scritto;
    }
    return scritto.matches("(?s).*[;\"\r\n].*")
        ? "\"" + scritto.replace("\"", "\"\"") + "\""
        : scritto;
  }
}
