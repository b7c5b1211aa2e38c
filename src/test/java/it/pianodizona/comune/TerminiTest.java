package it.pianodizona.comune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminiTest {

  private static final String NORMA = "art. 10-bis l. 241/1990";

  private static LocalDate giorno(String iso) {
    return LocalDate.parse(iso);
  }

  @Test
  void aTermEndingOnEasterMovesPastEasterMonday() {
    Termine termine = Termini.aGiorni(giorno("2024-03-21"), 10, NORMA);

    assertThat(termine.dataCalcolata()).isEqualTo("2024-03-31");
    assertThat(termine.dataEffettiva()).isEqualTo("2024-04-02");
    assertThat(termine.giorniSlittamento()).isEqualTo(2);
    assertThat(termine.scadenza())
        .isEqualTo(ZonedDateTime.parse("2024-04-02T23:59:59+02:00[Europe/Rome]"));
    assertThat(termine.motivazione())
        .isEqualTo(
            "10 giorni dal 21/03/2024, giorno iniziale escluso: il 31/03/2024 è festivo (Pasqua),"
                + " quindi il termine è prorogato al 02/04/2024; scade il 02/04/2024 alle 23:59:59,"
                + " ora di Roma (art. 10-bis l. 241/1990).");
  }

  @Test
  void saturdayDoesNotExtend() {
    Termine termine = Termini.aGiorni(giorno("2024-10-02"), 10, NORMA);

    assertThat(termine.dataEffettiva()).isEqualTo("2024-10-12");
    assertThat(termine.giorniSlittamento()).isZero();
    assertThat(termine.motivazione())
        .isEqualTo(
            "10 giorni dal 02/10/2024, giorno iniziale escluso; scade il 12/10/2024 alle 23:59:59,"
                + " ora di Roma (art. 10-bis l. 241/1990).");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-01-01", "2024-01-06", "2024-04-01", "2024-04-25", "2024-05-01", "2025-06-02",
        "2024-08-15", "2024-11-01", "2025-12-08", "2024-12-25", "2024-12-26", "2024-03-31",
        "2025-04-21", "2027-03-29", "2026-10-04", "2027-10-04", "2024-09-29"
      })
  void knowsEveryNationalHolidayAndSunday(String data) {
    assertThat(Termini.festivo(giorno(data))).isTrue();
    assertThat(Termini.festivita(giorno(data)))
        .hasValueSatisfying(nome -> assertThat(nome).isNotEqualTo("festa nazionale"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-10-12",
        "2024-12-24",
        "2024-12-31",
        "2024-12-07",
        "2025-06-09",
        "2024-06-24",
        "2024-08-26",
        "2024-11-04",
        "2024-03-29",
        "2024-05-20"
      })
  void saturdaysPatronSaintsAndFormerHolidaysAreOrdinaryDays(String data) {
    assertThat(Termini.festivo(giorno(data))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2019-10-04, false",
    "2022-10-04, false",
    "2024-10-04, false",
    "2025-10-04, false",
    "2027-10-04, true",
    "2028-10-04, true"
  })
  void saintFrancisIsAHolidayOnlyFrom2026(String data, boolean festivo) {
    assertThat(Termini.festivo(giorno(data))).isEqualTo(festivo);
  }

  @ParameterizedTest
  @CsvSource({
    // start, days, effective
    "2023-12-22, 10, 2024-01-02", // New Year
    "2022-12-27, 10, 2023-01-07", // Epiphany on Friday: Saturday is fine
    "2024-04-15, 10, 2024-04-26", // Liberation
    "2024-04-21, 10, 2024-05-02", // Labour day
    "2025-05-23, 10, 2025-06-03", // Republic day on Monday
    "2024-08-05, 10, 2024-08-16", // Assumption
    "2024-10-22, 10, 2024-11-02", // All Saints on Friday
    "2025-11-28, 10, 2025-12-09", // Immaculate Conception
    "2024-12-15, 10, 2024-12-27", // Christmas and Saint Stephen
    "2022-12-15, 10, 2022-12-27", // Christmas on Sunday
    "2025-09-24, 10, 2025-10-04", // not yet a holiday
    "2027-09-24, 10, 2027-10-05", // Saint Francis on Monday
    "2026-09-24, 10, 2026-10-05", // Saint Francis on Sunday
    "2024-02-19, 10, 2024-02-29", // leap day
    "2023-02-19, 10, 2023-03-01", // no leap day
    "2024-02-28, 1, 2024-02-29",
    "2023-02-28, 1, 2023-03-01",
    "2024-12-30, 1, 2024-12-31",
    "2024-09-12, 30, 2024-10-12",
    "2024-10-13, 0, 2024-10-14", // zero days from a Sunday
    "2024-10-14, 0, 2024-10-14"
  })
  void forwardTermsMoveToTheNextWorkingDay(String da, int giorni, String effettiva) {
    assertThat(Termini.aGiorni(giorno(da), giorni, NORMA).dataEffettiva()).isEqualTo(effettiva);
  }

  @Test
  void holidaysInsideTheTermCount() {
    assertThat(Termini.aGiorni(giorno("2024-12-20"), 14, NORMA).dataEffettiva())
        .isEqualTo("2025-01-03");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-10-15, 5, 2024-10-10", // plain
    "2024-10-18, 5, 2024-10-12", // 13 October is Sunday: back to Saturday
    "2024-04-06, 5, 2024-03-30", // Easter Monday and Easter: back to Saturday
    "2024-12-31, 5, 2024-12-24", // Saint Stephen and Christmas
    "2024-03-05, 5, 2024-02-29",
    "2024-10-13, 0, 2024-10-12"
  })
  void backwardTermsMoveBackward(String evento, int giorni, String effettiva) {
    Termine termine = Termini.aRitroso(giorno(evento), giorni, "art. 39 c. 3 TUEL");

    assertThat(termine.dataEffettiva()).isEqualTo(effettiva);
    assertThat(termine.giorniSlittamento()).isLessThanOrEqualTo(0);
  }

  @Test
  void aBackwardTermSaysItWasBroughtForward() {
    assertThat(Termini.aRitroso(giorno("2024-10-18"), 5, "Regolamento").motivazione())
        .isEqualTo(
            "5 giorni prima del 18/10/2024, giorno dell'evento escluso: il 13/10/2024 è festivo"
                + " (domenica), quindi il termine è anticipato al 12/10/2024; scade il 12/10/2024"
                + " alle 23:59:59, ora di Roma (Regolamento).");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-10-07, 5, 2024-10-14", // Sunday 13 moves to Monday
    "2024-10-08, 5, 2024-10-14",
    "2024-10-08, 0, 2024-10-09",
    "2024-12-19, 5, 2024-12-27"
  })
  void forwardFreeDaysExcludeBothEnds(String da, int giorni, String effettiva) {
    assertThat(Termini.giorniLiberi(giorno(da), giorni, NORMA).dataEffettiva())
        .isEqualTo(effettiva);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-10-16, 5, 2024-10-10",
    "2024-10-19, 5, 2024-10-12", // Sunday 13 moves back to Saturday
    "2024-10-16, 0, 2024-10-15"
  })
  void backwardFreeDaysExcludeBothEnds(String evento, int giorni, String effettiva) {
    assertThat(Termini.giorniLiberiARitroso(giorno(evento), giorni, NORMA).dataEffettiva())
        .isEqualTo(effettiva);
  }

  @Test
  void freeDaysLeaveTheWholeIntervalBetweenTheEnds() {
    for (LocalDate evento = giorno("2024-01-01");
        evento.isBefore(giorno("2029-01-01"));
        evento = evento.plusDays(1)) {
      LocalDate ultimo = Termini.giorniLiberiARitroso(evento, 5, NORMA).dataEffettiva();
      assertThat(Duration.between(ultimo.atStartOfDay(), evento.atStartOfDay()).toDays())
          .isGreaterThanOrEqualTo(6);
      assertThat(Termini.festivo(ultimo)).isFalse();
    }
  }

  @Test
  void aFixedDateStaysWhereTheActPutsIt() {
    Termine termine = Termini.aData(giorno("2023-01-01"), "d.g.r. di esempio");

    assertThat(termine.dataEffettiva()).isEqualTo("2023-01-01");
    assertThat(termine.motivazione())
        .isEqualTo(
            "Data fissata al 01/01/2023; scade il 01/01/2023 alle 23:59:59, ora di Roma"
                + " (d.g.r. di esempio).");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-30, 2024-03-30T22:59:59Z",
    "2024-03-31, 2024-03-31T21:59:59Z", // clocks go forward that night
    "2024-10-26, 2024-10-26T21:59:59Z",
    "2024-10-27, 2024-10-27T22:59:59Z", // clocks go back that night
    "2024-12-31, 2024-12-31T22:59:59Z"
  })
  void endOfDayFollowsTheClocksOfRome(String data, Instant istante) {
    assertThat(Termini.fineGiorno(giorno(data)).toInstant()).isEqualTo(istante);
    assertThat(Termini.giorno(istante)).isEqualTo(data);
    assertThat(Termini.giorno(istante.plusSeconds(1))).isEqualTo(giorno(data).plusDays(1));
  }

  @Test
  void aTermAcrossTheClockChangeStillEndsAtTheLastSecond() {
    assertThat(Termini.aGiorni(giorno("2024-10-20"), 9, NORMA).scadenza())
        .isEqualTo(ZonedDateTime.parse("2024-10-29T23:59:59+01:00[Europe/Rome]"));
  }

  @Test
  void refusesWhatIsNotATerm() {
    assertThatThrownBy(() -> Termini.aGiorni(giorno("2024-10-02"), -1, NORMA))
        .isInstanceOf(DatoNonValido.class)
        .hasMessage(
            "Giorni del termine: il valore «-1» non è valido; è ammesso: un numero intero da 0 a"
                + " 3650.");
    assertThatThrownBy(() -> Termini.aRitroso(giorno("2024-10-02"), -1, NORMA))
        .isInstanceOf(DatoNonValido.class);
    assertThatThrownBy(() -> Termini.giorniLiberi(giorno("2024-10-02"), -1, NORMA))
        .isInstanceOf(DatoNonValido.class);
    assertThatThrownBy(() -> Termini.giorniLiberi(giorno("2024-10-02"), Integer.MAX_VALUE, NORMA))
        .isInstanceOf(DatoNonValido.class);
    assertThatThrownBy(() -> Termini.aGiorni(null, 1, NORMA)).isInstanceOf(DatoNonValido.class);
    assertThatThrownBy(() -> Termini.aGiorni(giorno("2024-10-02"), 1, " "))
        .isInstanceOf(DatoNonValido.class);
    assertThatThrownBy(() -> Termini.aData(null, NORMA)).isInstanceOf(DatoNonValido.class);
    assertThatThrownBy(() -> Termini.fineGiorno(null)).isInstanceOf(DatoNonValido.class);
  }

  @Test
  void oneDayIsSingular() {
    assertThat(Termini.aGiorni(giorno("2024-10-02"), 1, NORMA).motivazione())
        .startsWith("1 giorno dal 02/10/2024");
    assertThat(Termini.giorniLiberiARitroso(giorno("2024-10-09"), 1, NORMA).motivazione())
        .startsWith("1 giorno libero prima del 09/10/2024");
  }
}
