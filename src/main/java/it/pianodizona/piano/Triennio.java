package it.pianodizona.piano;

import it.pianodizona.comune.DatoNonValido;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A planning period opened by a regional act.
 *
 * @param codice first and last year, e.g. {@code 2025-2027}
 * @param attoRegionale the act with the Linee di indirizzo, e.g. {@code DGR XII/2167 del
 *     15/04/2024}
 * @param scadenzaAccordo last day to sign the Accordo di Programma
 * @param schemaPremialita which premialità tables apply
 */
public record Triennio(
    String codice,
    String attoRegionale,
    LocalDate inizio,
    LocalDate fine,
    LocalDate scadenzaAccordo,
    String schemaPremialita) {

  /** Premialità schemes that the product ships. */
  public static final Set<String> SCHEMI = Set.of("2018-2020", "2021-2023", "2025-2027");

  private static final Pattern CODICE = Pattern.compile("(2\\d{3})-(2\\d{3})");

  public Triennio {
    verificaCodice(codice);
    if (!SCHEMI.contains(schemaPremialita)) {
      throw new DatoNonValido("Schema di premialità", schemaPremialita, "uno tra " + SCHEMI);
    }
  }

  /**
   * Refuses a code that does not span three years.
   *
   * @throws DatoNonValido naming the field
   */
  public static void verificaCodice(String codice) {
    var anni = CODICE.matcher(codice);
    if (!anni.matches() || Integer.parseInt(anni.group(2)) != Integer.parseInt(anni.group(1)) + 2) {
      throw new DatoNonValido(
          "Triennio", codice, "tre anni consecutivi nella forma aaaa-aaaa, per esempio 2025-2027");
    }
  }

  /** A triennio from 1 January of its first year to 31 December of its last. */
  public static Triennio di(
      String codice, String attoRegionale, LocalDate scadenzaAccordo, String schemaPremialita) {
    var anni = CODICE.matcher(codice);
    int primo = anni.matches() ? Integer.parseInt(anni.group(1)) : 2000;
    return new Triennio(
        codice,
        attoRegionale,
        LocalDate.of(primo, 1, 1),
        LocalDate.of(primo + 2, 12, 31),
        scadenzaAccordo,
        schemaPremialita);
  }
}
