package it.pianodizona.comune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DenaroTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20000|20000.00",
        "20000.5|20000.50",
        "20000,00|20000.00",
        "20.000,00|20000.00",
        "1.234.567,89 €|1234567.89",
        "-3,10|-3.10",
        "0|0.00"
      })
  void readsAmountsAsPeopleWriteThem(String testo, BigDecimal atteso) {
    assertThat(Denaro.euro(testo).importo()).isEqualTo(atteso);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "abc",
        "20.000",
        "1,234",
        "10.005",
        "1.00,00",
        "1e5",
        "12345678901234",
        "--1",
        "1.000.00,00"
      })
  void refusesWhatIsNotAnAmountOrCouldMeanTwoThings(String testo) {
    assertThatThrownBy(() -> Denaro.euro(testo))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("Importo")
        .hasMessageContaining("due decimali");
  }

  @Test
  void neverRoundsSilently() {
    assertThatThrownBy(() -> Denaro.euro(new BigDecimal("0.005")))
        .isInstanceOf(DatoNonValido.class);
    assertThat(Denaro.euro(new BigDecimal("1.5000")).importo()).isEqualTo(new BigDecimal("1.50"));
    assertThatThrownBy(() -> Denaro.euro(new BigDecimal("1E+20")))
        .isInstanceOf(DatoNonValido.class);
    assertThatThrownBy(() -> Denaro.euro(new BigDecimal("1E+2147483647")))
        .isInstanceOf(DatoNonValido.class);
  }

  @Test
  void equalAmountsAreEqualHoweverWritten() {
    assertThat(Denaro.euro("5")).isEqualTo(Denaro.euro(new BigDecimal("5.0")));
    assertThat(Denaro.euro("0.00")).isEqualTo(Denaro.ZERO).hasSameHashCodeAs(Denaro.ZERO);
    assertThat(Denaro.euro(new BigDecimal("0E-10"))).isEqualTo(Denaro.ZERO);
  }

  @Test
  void addsAndSubtracts() {
    assertThat(Denaro.euro(40000).piu(Denaro.euro(50000))).isEqualTo(Denaro.euro(90000));
    assertThat(Denaro.euro("0.10").meno(Denaro.euro("0.30"))).isEqualTo(Denaro.euro("-0.20"));
    assertThat(Denaro.somma(List.of(Denaro.euro("0.10"), Denaro.euro("0.20"))))
        .isEqualTo(Denaro.euro("0.30"));
    assertThat(Denaro.somma(List.of())).isEqualTo(Denaro.ZERO);
  }

  @Test
  void percentageIsRoundedHalfUpToTheCent() {
    assertThat(Denaro.euro(20000).percento(new BigDecimal("20"))).isEqualTo(Denaro.euro(4000));
    assertThat(Denaro.euro("0.05").percento(new BigDecimal("50"))).isEqualTo(Denaro.euro("0.03"));
    assertThat(Denaro.euro("0.04").percento(new BigDecimal("10"))).isEqualTo(Denaro.ZERO);
    assertThatThrownBy(() -> Denaro.euro(1).percento(new BigDecimal("-1")))
        .isInstanceOf(DatoNonValido.class);
  }

  @Test
  void accontoAndSaldoAlwaysAddUpToTheTotal() {
    Random caso = new Random(20240912);
    for (int i = 0; i < 10_000; i++) {
      Denaro totale = Denaro.euro(BigDecimal.valueOf(caso.nextInt(10_000_000), 2));
      BigDecimal percentuale = BigDecimal.valueOf(caso.nextInt(10_001), 2);
      Denaro.Ripartizione parti = totale.ripartisci(percentuale);
      assertThat(parti.acconto().piu(parti.saldo())).isEqualTo(totale);
      assertThat(parti.saldo().negativo()).isFalse();
    }
    assertThat(Denaro.euro("0.01").ripartisci(new BigDecimal("50")))
        .isEqualTo(new Denaro.Ripartizione(Denaro.euro("0.01"), Denaro.ZERO));
  }

  @Test
  void splitRefusesPercentagesOutsideZeroToHundredAndNegativeTotals() {
    assertThatThrownBy(() -> Denaro.euro(1).ripartisci(new BigDecimal("100.01")))
        .hasMessageContaining("da 0 a 100");
    assertThatThrownBy(() -> Denaro.euro(1).ripartisci(new BigDecimal("-0.01")))
        .hasMessageContaining("da 0 a 100");
    assertThatThrownBy(() -> Denaro.euro(1).ripartisci(null)).isInstanceOf(DatoNonValido.class);
    assertThatThrownBy(() -> Denaro.euro(-1).ripartisci(BigDecimal.TEN))
        .isInstanceOf(DatoNonValido.class);
  }

  @Test
  void isShownTheItalianWay() {
    assertThat(Denaro.euro(20000)).hasToString("20.000,00 €");
    assertThat(Denaro.euro("-1234567.8")).hasToString("-1.234.567,80 €");
    assertThat(Denaro.euro(Denaro.euro(20000).toString())).isEqualTo(Denaro.euro(20000));
  }

  @Test
  void knowsItsSignAndOrder() {
    assertThat(Denaro.ZERO.positivo()).isFalse();
    assertThat(Denaro.ZERO.negativo()).isFalse();
    assertThat(Denaro.euro("0.01").positivo()).isTrue();
    assertThat(Denaro.euro("-0.01").negativo()).isTrue();
    assertThat(Denaro.euro(1)).isLessThan(Denaro.euro("1.01"));
  }
}
