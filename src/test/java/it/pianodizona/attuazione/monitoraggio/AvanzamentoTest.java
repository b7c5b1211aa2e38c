package it.pianodizona.attuazione.monitoraggio;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.attuazione.monitoraggio.MonitoraggioProperties.Attesa;
import it.pianodizona.documento.Indicatore;
import it.pianodizona.documento.Operatore;
import it.pianodizona.documento.TipoIndicatore;
import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvanzamentoTest {

  private static final LocalDate INIZIO = LocalDate.of(2025, 1, 1);

  @ParameterizedTest
  @CsvSource({
    "ALMENO, 120, 45, 37.5",
    "ALMENO, 120, 120, 100.0",
    "ALMENO, 120, 150, 125.0",
    "ALMENO, 120, -3, 0.0",
    "ALMENO, 0, 0, 100.0",
    "ALMENO, 3000, 2999.99, 99.9",
    "ALMENO, 1, 5000, 999.9",
    "PIU_DI, 120, 120, 99.9",
    "PIU_DI, 120, 121, 100.8",
    "AL_MASSIMO, 30, 30, 100.0",
    "AL_MASSIMO, 30, 12, 100.0",
    "AL_MASSIMO, 30, 60, 50.0",
    "AL_MASSIMO, 0, 5, 0.0",
    "MENO_DI, 30, 30, 99.9",
    "MENO_DI, 30, 29, 100.0",
    "UGUALE, 4, 4, 100.0",
    "UGUALE, 4, 3, 75.0",
    "UGUALE, 4, 5, 75.0",
    "UGUALE, 4, 20, 0.0",
    "UGUALE, 0, 1, 0.0"
  })
  void ilRaggiungimentoDipendeDaComeIlValoreDeveStareAlTraguardo(
      Operatore operatore, BigDecimal traguardo, BigDecimal valore, BigDecimal atteso) {
    assertThat(Avanzamento.raggiungimento(indicatore(operatore, traguardo), valore))
        .isEqualByComparingTo(atteso);
  }

  /** A target that is not met is never shown as met, and one that is met never as missed. */
  @Property(tries = 1000)
  void centoPerCentoSoloSeIlTraguardoERaggiunto(
      @ForAll Operatore operatore,
      @ForAll @IntRange(min = -100, max = 100_000) int traguardo,
      @ForAll @IntRange(min = -100, max = 100_000) int valore) {
    boolean raggiunto =
        switch (operatore) {
          case ALMENO -> valore >= traguardo;
          case PIU_DI -> valore > traguardo;
          case AL_MASSIMO -> valore <= traguardo;
          case MENO_DI -> valore < traguardo;
          case UGUALE -> valore == traguardo;
        };
    var percentuale =
        Avanzamento.raggiungimento(
            indicatore(operatore, BigDecimal.valueOf(traguardo)), BigDecimal.valueOf(valore));
    assertThat(percentuale.compareTo(new BigDecimal("100")) >= 0).isEqualTo(raggiunto);
    assertThat(percentuale).isBetween(BigDecimal.ZERO, new BigDecimal("999.9"));
  }

  @Test
  void unTraguardoDiTreAnniESiAspettaInProporzioneAlTempo() {
    var indicatore = indicatore(Operatore.ALMENO, new BigDecimal("120"));
    assertThat(atteso(indicatore, 2025)).isEqualByComparingTo("33.3");
    assertThat(atteso(indicatore, 2026)).isEqualByComparingTo("66.7");
    assertThat(atteso(indicatore, 2027)).isEqualByComparingTo("100");
    assertThat(Avanzamento.atteso(indicatore, INIZIO, 2025, Attesa.TRAGUARDO))
        .isEqualByComparingTo("100");
    assertThat(Avanzamento.sullAtteso(new BigDecimal("37.5"), atteso(indicatore, 2025)))
        .as("45 su 120 dopo un anno è più di quanto era atteso")
        .isEqualByComparingTo("112.6");
  }

  @Test
  void unLimiteValePerInteroDalPrimoAnno() {
    assertThat(atteso(indicatore(Operatore.AL_MASSIMO, BigDecimal.TEN), 2025))
        .isEqualByComparingTo("100");
  }

  private static BigDecimal atteso(Indicatore indicatore, int anno) {
    return Avanzamento.atteso(indicatore, INIZIO, anno, Attesa.IN_PROPORZIONE);
  }

  private static Indicatore indicatore(Operatore operatore, BigDecimal traguardo) {
    return new Indicatore(
        TipoIndicatore.OUTPUT,
        "Persone seguite",
        operatore,
        traguardo,
        "persone",
        LocalDate.of(2027, 12, 31));
  }
}
