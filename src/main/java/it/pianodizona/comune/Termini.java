package it.pianodizona.comune;

import static java.util.Map.entry;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import it.pianodizona.comune.Termine.Computo;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The one calendar that computes due dates, always in Europe/Rome.
 *
 * <p>A term of days excludes the first day and counts the holidays inside it; when it ends on a
 * Sunday or a national public holiday it moves to the next day that is neither (art. 155, third and
 * fourth paragraph, c.p.c.; art. 2963, second and third paragraph, c.c.). Saturday does not extend:
 * the extension of the fifth paragraph of art. 155 c.p.c. concerns acts of court proceedings only.
 * Backward terms move backward, so that the protected interval never gets shorter. Patron saints'
 * days are local and do not extend.
 *
 * <p>Public holidays: Sundays and those of l. 260/1949 as amended, with 4 October from 2026 (l.
 * 151/2025).
 */
public final class Termini {

  /** The zone of every due date. */
  public static final ZoneId ROMA = ZoneId.of("Europe/Rome");

  /** Longest term that can be asked for, in days: beyond it the number is surely a typo. */
  public static final int GIORNI_MASSIMI = 3650;

  private static final LocalTime ULTIMO_SECONDO = LocalTime.of(23, 59, 59);
  private static final HolidayManager FESTIVITA =
      HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.ITALY));

  /** The calendar library knows these holidays but has no Italian names for them. */
  private static final Map<String, String> NOMI =
      Map.ofEntries(
          entry("NEW_YEAR", "Capodanno"),
          entry("EPIPHANY", "Epifania"),
          entry("christian.EASTER", "Pasqua"),
          entry("christian.EASTER_MONDAY", "lunedì dell'Angelo"),
          entry("LIBERATION", "anniversario della Liberazione"),
          entry("LABOUR_DAY", "festa del lavoro"),
          entry("REPUBLIC_DAY", "festa della Repubblica"),
          entry("ASSUMPTION_DAY", "Assunzione"),
          entry("ST_FRANCIS_OF_ASSISI", "san Francesco d'Assisi"),
          entry("ALL_SAINTS", "Ognissanti"),
          entry("IMMACULATE_CONCEPTION", "Immacolata Concezione"),
          entry("CHRISTMAS", "Natale"),
          entry("STEPHENS", "santo Stefano"));

  private static final Map<Integer, Map<LocalDate, String>> PER_ANNO = new ConcurrentHashMap<>();

  private Termini() {}

  /** True for Sundays and national public holidays; false for Saturdays. */
  public static boolean festivo(LocalDate giorno) {
    return festivita(giorno).isPresent();
  }

  /** The Italian name of the holiday, or "domenica" for the other Sundays. */
  public static Optional<String> festivita(LocalDate giorno) {
    richiedi(giorno, "Data");
    String nome = PER_ANNO.computeIfAbsent(giorno.getYear(), Termini::dellAnno).get(giorno);
    if (nome == null && giorno.getDayOfWeek() == DayOfWeek.SUNDAY) {
      nome = "domenica";
    }
    return Optional.ofNullable(nome);
  }

  /** The day itself, or the first following one that is not a holiday. */
  public static LocalDate primoNonFestivo(LocalDate giorno) {
    LocalDate candidato = giorno;
    while (festivo(candidato)) {
      candidato = candidato.plusDays(1);
    }
    return candidato;
  }

  /** The day itself, or the closest earlier one that is not a holiday. */
  public static LocalDate ultimoNonFestivo(LocalDate giorno) {
    LocalDate candidato = giorno;
    while (festivo(candidato)) {
      candidato = candidato.minusDays(1);
    }
    return candidato;
  }

  /**
   * A term of days running forward (art. 155 c.p.c., art. 2963 c.c.).
   *
   * @param daEscluso the day from which the term runs, not counted
   * @param giorni 0 to {@link #GIORNI_MASSIMI}; 0 ends on the first day itself
   * @param norma the rule that sets the term
   * @throws DatoNonValido when a value is absent or the days are out of range
   */
  public static Termine aGiorni(LocalDate daEscluso, int giorni, String norma) {
    return avanti(Computo.DAL_GIORNO, daEscluso, giorni, giorni, norma);
  }

  /**
   * The last day for an act due a number of days before an event, such as a notice of meeting.
   *
   * @param evento the day of the event, not counted
   * @param giorni 0 to {@link #GIORNI_MASSIMI}
   * @throws DatoNonValido when a value is absent or the days are out of range
   */
  public static Termine aRitroso(LocalDate evento, int giorni, String norma) {
    return indietro(Computo.A_RITROSO, evento, giorni, giorni, norma);
  }

  /**
   * A forward term in <em>giorni liberi</em>: that many whole days must pass, so the term ends on
   * the day after the last of them.
   *
   * @throws DatoNonValido when a value is absent or the days are out of range
   */
  public static Termine giorniLiberi(LocalDate daEscluso, int giorni, String norma) {
    return avanti(Computo.GIORNI_LIBERI, daEscluso, giorni, giorni + 1L, norma);
  }

  /**
   * A backward term in <em>giorni liberi</em>: that many whole days lie between the returned date
   * and the event.
   *
   * @throws DatoNonValido when a value is absent or the days are out of range
   */
  public static Termine giorniLiberiARitroso(LocalDate evento, int giorni, String norma) {
    return indietro(Computo.GIORNI_LIBERI_A_RITROSO, evento, giorni, giorni + 1L, norma);
  }

  /**
   * A date written in an act. It never moves, even on a holiday: whoever wrote the act chose that
   * day, and only another act changes it.
   *
   * @throws DatoNonValido when a value is absent
   */
  public static Termine aData(LocalDate data, String norma) {
    richiedi(data, "Data del termine");
    return new Termine(Computo.DATA_FISSA, data, 0, data, data, richiediNorma(norma));
  }

  /** The last second of the day, 23:59:59 Europe/Rome. */
  public static ZonedDateTime fineGiorno(LocalDate giorno) {
    richiedi(giorno, "Data");
    return giorno.atTime(ULTIMO_SECONDO).atZone(ROMA);
  }

  /** The day it is in Rome at the given instant. */
  public static LocalDate giorno(Instant istante) {
    richiedi(istante, "Istante");
    return istante.atZone(ROMA).toLocalDate();
  }

  private static Termine avanti(
      Computo computo, LocalDate da, int giorni, long passi, String norma) {
    controlla(da, giorni);
    LocalDate calcolata = da.plusDays(passi);
    return new Termine(
        computo, da, giorni, calcolata, primoNonFestivo(calcolata), richiediNorma(norma));
  }

  private static Termine indietro(
      Computo computo, LocalDate evento, int giorni, long passi, String norma) {
    controlla(evento, giorni);
    LocalDate calcolata = evento.minusDays(passi);
    return new Termine(
        computo, evento, giorni, calcolata, ultimoNonFestivo(calcolata), richiediNorma(norma));
  }

  private static void controlla(LocalDate inizio, int giorni) {
    richiedi(inizio, "Giorno da cui decorre il termine");
    if (giorni < 0 || giorni > GIORNI_MASSIMI) {
      throw new DatoNonValido(
          "Giorni del termine", giorni, "un numero intero da 0 a " + GIORNI_MASSIMI);
    }
  }

  private static String richiediNorma(String norma) {
    if (norma == null || norma.isBlank()) {
      throw new DatoNonValido("Norma del termine", norma, "la norma o l'atto che fissa il termine");
    }
    return norma.strip();
  }

  private static void richiedi(Object valore, String campo) {
    if (valore == null) {
      throw new DatoNonValido(campo, null, "una data nel formato gg/mm/aaaa");
    }
  }

  private static Map<LocalDate, String> dellAnno(int anno) {
    return FESTIVITA.getHolidays(Year.of(anno)).stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Holiday::getActualDate,
                h -> NOMI.getOrDefault(h.getPropertiesKey(), "festa nazionale"),
                (a, b) -> a));
  }
}
