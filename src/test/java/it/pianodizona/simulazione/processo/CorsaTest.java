package it.pianodizona.simulazione.processo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.piano.Fase;
import it.pianodizona.piano.Piano;
import it.pianodizona.simulazione.Parametri;
import it.pianodizona.simulazione.Scenario;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a copy of a database, stopped at some moment, makes impossible. */
class CorsaTest {

  private static final ZonedDateTime FERMO =
      ZonedDateTime.of(2022, 1, 20, 12, 0, 0, 0, Termini.ROMA);

  @Test
  void laCopiaNonTornaIndietro() {
    assertThatThrownBy(() -> verifica("2022-02-28", "2022-01-20", piano(Fase.ACCORDO)))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("--fino-al")
        .hasMessageContaining("un giorno dopo il 2022-01-20");
  }

  @Test
  void ilNuovoTermineVieneDopoQuelloInVigoreEDopoIlGiornoDellaCopia() {
    assertThatThrownBy(() -> verifica("2022-01-20", "2022-12-31", piano(Fase.ACCORDO)))
        .hasMessageContaining("--nuovo-termine")
        .hasMessageContaining("un giorno dopo il 2022-01-20");
    assertThatThrownBy(
            () -> verifica("2022-02-28", "2022-12-31", piano(Fase.REDAZIONE, "2022-03-31")))
        .hasMessageContaining("un giorno dopo il 2022-03-31");
    assertThatCode(() -> verifica("2022-02-28", "2022-12-31", piano(Fase.ACCORDO)))
        .doesNotThrowAnyException();
  }

  @Test
  void conTuttiGliAccordiFattiNonCENullaDaSpostare() {
    assertThatThrownBy(() -> verifica("2022-02-28", "2022-12-31", piano(Fase.PREMIALITA)))
        .hasMessageContaining("--nuovo-termine")
        .hasMessageContaining("tutti i piani hanno già l'Accordo");
  }

  private static void verifica(String nuovo, String fine, Piano piano) {
    var scenario =
        Scenario.leggi("2021-2023")
            .conProroga(
                new Scenario.Proroga(
                    "Atto", LocalDate.of(2021, 12, 20), LocalDate.parse(nuovo), "Motivo"));
    Corsa.verifica(
        new Parametri(scenario, 1, 1, "puntuale", null, LocalDate.parse(fine), true),
        FERMO,
        List.of(piano));
  }

  private static Piano piano(Fase fase) {
    return piano(fase, "2021-12-31");
  }

  private static Piano piano(Fase fase, String termine) {
    return new Piano(
        1,
        "50001",
        "2021-2023",
        fase,
        false,
        Termini.fineGiorno(LocalDate.parse(termine)),
        FERMO.minusMonths(6));
  }
}
