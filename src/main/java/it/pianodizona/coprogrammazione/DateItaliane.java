package it.pianodizona.coprogrammazione;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Dates as officials read them. */
final class DateItaliane {

  private static final DateTimeFormatter GIORNO = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter ISTANTE =
      DateTimeFormatter.ofPattern("dd/MM/uuuu 'alle' HH:mm:ss");

  private DateItaliane() {}

  static String italiana(LocalDate giorno) {
    return GIORNO.format(giorno);
  }

  static String italiana(ZonedDateTime istante) {
    return ISTANTE.format(istante);
  }
}
