package it.pianodizona.comune;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table in CSV (RFC 4180), for spreadsheets or for programs. A text that a spreadsheet would run
 * as a formula is kept a text by an apostrophe before it.
 */
public final class FoglioCsv {

  /** Tells spreadsheets that the text is UTF-8. */
  private static final String UTF_8 = "\uFEFF";

  private static final String FORMULE = "=+-@\t\r";

  private final StringBuilder testo;
  private final String separatore;

  /** For spreadsheets: with semicolons, as Italian ones expect, and the mark of UTF-8. */
  public FoglioCsv(String... intestazioni) {
    this(UTF_8, ";", intestazioni);
  }

  private FoglioCsv(String inizio, String separatore, String... intestazioni) {
    this.testo = new StringBuilder(inizio);
    this.separatore = separatore;
    riga(List.of(intestazioni));
  }

  /** For programs: with commas and no mark before the first heading. */
  public static FoglioCsv conVirgole(String... intestazioni) {
    return new FoglioCsv("", ",", intestazioni);
  }

  /** Adds a row; null is an empty cell. */
  public FoglioCsv riga(List<?> celle) {
    testo.append(celle.stream().map(this::cella).collect(Collectors.joining(separatore)));
    testo.append("\r\n");
    return this;
  }

  @Override
  public String toString() {
    return testo.toString();
  }

  private String cella(Object valore) {
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
    return scritto.contains(separatore) || scritto.matches("(?s).*[\"\r\n].*")
        ? "\"" + scritto.replace("\"", "\"\"") + "\""
        : scritto;
  }
}
