package it.pianodizona.attuazione;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.comune.DatoNonValido;
import java.time.LocalDate;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlussiTest {

  private final Flussi flussi = new Flussi();

  @ParameterizedTest
  @CsvSource({
    "SPESA_SOCIALE, 2025, 2026-07-01, 2026-10-31",
    "FNPS_PREVENTIVO, 2025, 2025-04-01, 2025-05-31",
    "FNPS_CONSUNTIVO_1, 2025, 2026-04-01, 2026-05-31",
    "FNPS_CONSUNTIVO_2, 2025, 2026-10-01, 2026-11-30",
    "FNA_B2_PROVVISORIO, 2025-T1, 2025-04-01, 2025-04-30",
    "FNA_B2_DEFINITIVO, 2025-T1, 2025-05-01, 2025-05-20",
    "FNA_B2_PROVVISORIO, 2025-T4, 2026-01-01, 2026-01-31",
    "FNA_B2_DEFINITIVO, 2027-T4, 2028-02-01, 2028-02-20",
    "RETI_ANTIVIOLENZA, 2025-S1, 2025-07-01, 2025-07-31",
    "RETI_ANTIVIOLENZA, 2025-S2, 2026-01-01, 2026-01-31"
  })
  void ogniFlussoHaLaFinestraDelCalendarioRegionale(
      String codice, String periodo, LocalDate apre, LocalDate chiude) {
    var flusso = flussi.flusso(codice);
    var trovato =
        Periodo.tra(flusso.cadenza(), LocalDate.of(2025, 1, 1), LocalDate.of(2027, 12, 31))
            .filter(p -> p.codice().equals(periodo))
            .findFirst()
            .orElseThrow();

    assertThat(flusso.apertura(trovato)).isEqualTo(apre);
    assertThat(flusso.chiusura(trovato).scadenza().toLocalDateTime())
        .isEqualTo(chiude.atTime(23, 59, 59));
  }

  @Test
  void inDieciAnniNessunPeriodoMancaSiRipeteOSlitta() {
    for (var flusso : flussi.dellAmbito()) {
      var codici = new HashSet<String>();
      LocalDate atteso = LocalDate.of(2024, 1, 1);
      for (int anno = 2024; anno < 2034; anno++) {
        var periodi =
            Periodo.tra(flusso.cadenza(), LocalDate.of(anno, 1, 1), LocalDate.of(anno, 12, 31))
                .toList();
        for (var periodo : periodi) {
          assertThat(periodo.inizio()).as(flusso.codice()).isEqualTo(atteso);
          assertThat(codici.add(periodo.codice())).as(periodo.codice()).isTrue();
          assertThat(flusso.apertura(periodo).getDayOfMonth()).isEqualTo(1);
          assertThat(flusso.apertura(periodo)).isBefore(flusso.chiusura(periodo).dataEffettiva());
          atteso = periodo.successivo().inizio();
        }
      }
      int attesi =
          switch (flusso.cadenza()) {
            case ANNO -> 10;
            case SEMESTRE -> 20;
            case TRIMESTRE -> 40;
            case BANDO -> 0;
          };
      assertThat(codici).as(flusso.codice()).hasSize(attesi);
    }
  }

  @Test
  void ogniFlussoDellAmbitoHaIlSuoTracciato() {
    assertThat(flussi.dellAmbito())
        .hasSize(14)
        .allSatisfy(flusso -> assertThat(flusso.tracciato()).as(flusso.codice()).isNotEmpty());
  }

  @Test
  void unFlussoInesistenteERifiutatoElencandoQuelliVeri() {
    assertThatThrownBy(() -> flussi.flusso("MISURA_B1"))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("MISURA_B1")
        .hasMessageContaining("SPESA_SOCIALE");
  }
}
