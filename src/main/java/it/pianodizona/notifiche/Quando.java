package it.pianodizona.notifiche;

import it.pianodizona.comune.Termini;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as a letter writes them, Europe/Rome. */
final class Quando {

  private static final DateTimeFormatter GIORNO =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ITALIAN);
  private static final DateTimeFormatter BREVE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ITALIAN);
  private static final DateTimeFormatter ORA = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter ORA_ESATTA = DateTimeFormatter.ofPattern("HH:mm:ss");

  private Quando() {}

  /** {@code lunedì 7 ottobre 2024}. */
  static String giorno(ZonedDateTime momento) {
    return GIORNO.format(aRoma(momento));
  }

  /** {@code 7 ottobre 2024}. */
  static String breve(ZonedDateTime momento) {
    return BREVE.format(aRoma(momento));
  }

  static String breve(LocalDate data) {
    return BREVE.format(data);
  }

  /** {@code il 7 ottobre 2024}, {@code l'8 ottobre 2024}. */
  static String il(ZonedDateTime momento) {
    return conArticolo("il ", "l'", momento);
  }

  /** {@code del 7 ottobre 2024}, {@code dell'8 ottobre 2024}. */
  static String del(ZonedDateTime momento) {
    return conArticolo("del ", "dell'", momento);
  }

  private static String conArticolo(String intero, String eliso, ZonedDateTime momento) {
    int giorno = aRoma(momento).getDayOfMonth();
    return (giorno == 8 || giorno == 11 ? eliso : intero) + breve(momento);
  }

  /** {@code lunedì 7 ottobre 2024, ore 16:00}. */
  static String giornoEOra(ZonedDateTime momento) {
    return giorno(momento) + ", ore " + ORA.format(aRoma(momento));
  }

  /** With the seconds, which decide whether a domanda is late. */
  static String giornoEOraEsatta(ZonedDateTime momento) {
    return giorno(momento) + ", ore " + ORA_ESATTA.format(aRoma(momento));
  }

  /** {@code lunedì 7 ottobre 2024, dalle 16:00 alle 19:00}. */
  static String daA(ZonedDateTime inizio, ZonedDateTime fine) {
    return "%s, dalle %s alle %s"
        .formatted(giorno(inizio), ORA.format(aRoma(inizio)), ORA.format(aRoma(fine)));
  }

  /** {@code le ore 23:59 di mercoledì 2 ottobre 2024}, after "entro" or "non oltre". */
  static String leOreDi(ZonedDateTime termine) {
    return "le ore " + ORA.format(aRoma(termine)) + " di " + giorno(termine);
  }

  private static ZonedDateTime aRoma(ZonedDateTime momento) {
    return momento.withZoneSameInstant(Termini.ROMA);
  }
}
