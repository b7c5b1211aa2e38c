package it.pianodizona.comune;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as officials read them. */
public final class DateItaliane {

  /** {@code 02/10/2024}. */
  public static final DateTimeFormatter GIORNO = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  /** {@code 02/10/2024 alle 23:59}. */
  public static final DateTimeFormatter GIORNO_E_ORA =
      DateTimeFormatter.ofPattern("dd/MM/uuuu 'alle' HH:mm");

  /** {@code 02/10/2024 alle 23:59:59}. */
  public static final DateTimeFormatter ISTANTE =
      DateTimeFormatter.ofPattern("dd/MM/uuuu 'alle' HH:mm:ss");

  /** {@code mercoledì 2 ottobre 2024, ore 23:59}. */
  public static final DateTimeFormatter PER_ESTESO =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, 'ore' HH:mm", Locale.ITALIAN);

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
