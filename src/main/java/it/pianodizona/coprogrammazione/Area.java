package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.DatoNonValido;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A thematic area of a notice: one tavolo each.
 *
 * @param codice made from the name, fit for addresses, e.g. {@code minori-e-famiglia}
 * @param temi what the area is about, in one sentence
 */
public record Area(String codice, String denominazione, String temi) {

  private static final int LUNGHEZZA_CODICE = 60;

  public Area {
    denominazione = Testi.obbligatorio("Area, denominazione", denominazione, 120);
    temi = Testi.obbligatorio("Area «" + denominazione + "», temi", temi, 1000);
    if (codice == null || !codice.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new DatoNonValido(
          "Area, denominazione", denominazione, "un nome con almeno una lettera o una cifra");
    }
  }

  /** An area with the code that its name gives. */
  public static Area di(String denominazione, String temi) {
    var nome = Testi.obbligatorio("Area, denominazione", denominazione, 120);
    return new Area(codice(nome), nome, temi);
  }

  private static String codice(String denominazione) {
    var codice =
        Normalizer.normalize(denominazione, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return codice.length() <= LUNGHEZZA_CODICE
        ? codice
        : codice.substring(0, LUNGHEZZA_CODICE).replaceAll("-$", "");
  }
}
