package it.pianodizona.tavoli;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A meeting of a tavolo.
 *
 * @param numero 1 for the first meeting of the tavolo
 * @param inizio Europe/Rome
 * @param fine Europe/Rome
 * @param sequenza how many times the meeting was moved after it was first convened (RFC 5545)
 */
public record Incontro(
    long id,
    long tavoloId,
    int numero,
    ZonedDateTime inizio,
    ZonedDateTime fine,
    String luogo,
    String ordineDelGiorno,
    int sequenza) {

  static final DateTimeFormatter GIORNO =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ITALY);
  static final DateTimeFormatter ORA = DateTimeFormatter.ofPattern("HH:mm");

  /** When it is held, as officials write it: {@code lunedì 7 ottobre 2024, ore 16:00-19:00}. */
  public String quando() {
    return "%s, ore %s-%s".formatted(GIORNO.format(inizio), ORA.format(inizio), ORA.format(fine));
  }
}
