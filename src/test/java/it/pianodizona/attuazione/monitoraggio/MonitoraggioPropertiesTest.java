package it.pianodizona.attuazione.monitoraggio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.attuazione.monitoraggio.MonitoraggioProperties.Attesa;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MonitoraggioPropertiesTest {

  @Test
  void inDieciAnniOgniAnnoSiApreEScadeUnaVoltaNeiGiorniStabilitiBisestiliCompresi() {
    var ultimoDiFebbraio = parametri("01-15", "02-28", 30, 7);
    IntStream.range(2024, 2034)
        .forEach(
            anno -> {
              assertThat(ultimoDiFebbraio.aperturaDi(anno))
                  .isEqualTo(LocalDate.of(anno + 1, 1, 15));
              assertThat(ultimoDiFebbraio.scadenzaDi(anno))
                  .isEqualTo(LocalDate.of(anno + 1, 2, 28));
            });
    assertThat(
            IntStream.range(2024, 2034).mapToObj(ultimoDiFebbraio::aperturaDi).distinct().count())
        .isEqualTo(10);
  }

  @Test
  void leDateELeSoglieFuoriOrdineFermanoLAvvio() {
    assertThatThrownBy(() -> parametri("03-31", "01-01", 30, 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("apertura");
    assertThatThrownBy(() -> parametri("01-01", "03-31", 7, 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("promemoria");
    assertThatThrownBy(() -> new Semafori.Soglie(BigDecimal.ONE, BigDecimal.TEN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("soglia");
  }

  private static MonitoraggioProperties parametri(
      String apertura, String scadenza, int primo, int secondo) {
    return new MonitoraggioProperties(
        apertura,
        scadenza,
        primo,
        secondo,
        BigDecimal.valueOf(90),
        BigDecimal.valueOf(60),
        Attesa.IN_PROPORZIONE);
  }
}
