package it.pianodizona.coprogrammazione;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Dates as officials read them. */
public final class DateItaliane {

  private static final DateTimeFormatter GIORNO = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter ISTANTE =
      DateTimeFormatter.ofPattern("dd/MM/uuuu 'alle' HH:mm:ss");

  private DateItaliane() {}

  /** A day as {@code 02/10/2024}. */
  public static String italiana(LocalDate giorno) {
    return GIORNO.format(giorno);
  }

  /** A moment as {@code 02/10/2024 alle 23:59:59}. */
  public static String italiana(ZonedDateTime istante) {
    return ISTANTE.format(istante);
  }
}
