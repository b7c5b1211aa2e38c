package it.pianodizona.portale.web;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.comune.Termini;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VistaAvvisoTest {

  @ParameterizedTest
  @CsvSource({
    "2024-09-29T20:00:00, mancano 3 giorni e 3 ore",
    "2024-09-30T23:59:59, mancano 2 giorni",
    "2024-10-01T22:30:00, manca 1 giorno e 1 ora",
    "2024-10-02T20:00:00, mancano 3 ore e 59 minuti",
    "2024-10-02T22:59:59, manca 1 ora",
    "2024-10-02T23:58:00, manca 1 minuto",
    "2024-10-02T23:59:30, manca meno di un minuto",
    "2024-10-02T23:59:59, ''",
    "2024-10-03T00:00:00, ''"
  })
  void ilTempoCheMancaSiDiceAParole(String adesso, String atteso) {
    assertThat(
            VistaAvviso.manca(
                LocalDateTime.parse(adesso).atZone(Termini.ROMA),
                Termini.fineGiorno(LocalDate.of(2024, 10, 2))))
        .isEqualTo(atteso);
  }

  /** The night of 27 October 2024 has an hour more. */
  @org.junit.jupiter.api.Test
  void laNotteDelCambioDellOraNonRubaTempo() {
    assertThat(
            VistaAvviso.manca(
                LocalDateTime.parse("2024-10-27T00:00:00").atZone(Termini.ROMA),
                LocalDateTime.parse("2024-10-27T12:00:00").atZone(Termini.ROMA)))
        .isEqualTo("mancano 13 ore");
  }
}
