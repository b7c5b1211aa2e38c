package it.pianodizona.motore.accesso;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who guesses passwords waits; nobody else does. */
class TentativiDiAccessoTest {

  private final AtomicLong ora = new AtomicLong(1_000_000);
  private final TentativiDiAccesso tentativi = new TentativiDiAccesso(ora::get);

  @Test
  void chiSbagliaPocheVolteNonAspetta() {
    sbaglia("udp", "10.0.0.1", TentativiDiAccesso.DI_UN_ACCOUNT_DA_UN_INDIRIZZO - 1);

    assertThat(tentativi.attesa("udp", "10.0.0.1")).isZero();
  }

  @Test
  void lAttesaRaddoppiaFinoAlMassimoEPoiFinisce() {
    sbaglia("udp", "10.0.0.1", TentativiDiAccesso.DI_UN_ACCOUNT_DA_UN_INDIRIZZO);
    assertThat(tentativi.attesa("udp", "10.0.0.1")).isEqualTo(TentativiDiAccesso.PRIMA_ATTESA);
    sbaglia("udp", "10.0.0.1", 1);
    assertThat(tentativi.attesa("udp", "10.0.0.1"))
        .isEqualTo(TentativiDiAccesso.PRIMA_ATTESA.multipliedBy(2));
    sbaglia("udp", "10.0.0.1", 30);
    assertThat(tentativi.attesa("udp", "10.0.0.1")).isEqualTo(TentativiDiAccesso.ATTESA_MASSIMA);

    ora.addAndGet(TentativiDiAccesso.ATTESA_MASSIMA.toMillis());
    assertThat(tentativi.attesa("udp", "10.0.0.1")).isZero();
  }

  @Test
  void dopoUnPoDiQuieteIlContoRicomincia() {
    sbaglia("udp", "10.0.0.1", TentativiDiAccesso.DI_UN_ACCOUNT_DA_UN_INDIRIZZO - 1);
    ora.addAndGet(TentativiDiAccesso.OBLIO.plus(Duration.ofSeconds(1)).toMillis());
    sbaglia("udp", "10.0.0.1", 1);

    assertThat(tentativi.attesa("udp", "10.0.0.1")).isZero();
  }

  @Test
  void chiHaGiaAvutoAccessoDaLiNonRisenteDeiTentativiAltrui() {
    tentativi.riuscito("rup", "10.0.0.1");
    for (int i = 0; i < 200; i++) {
      sbaglia("rup", "203.0.113." + i, 1);
      sbaglia("inventato" + i, "10.0.0.1", 1);
    }

    assertThat(tentativi.attesa("rup", "10.0.0.1")).isZero();
    assertThat(tentativi.attesa("rup", "198.51.100.7")).isPositive();
    assertThat(tentativi.attesa("sconosciuto", "10.0.0.1")).isPositive();
    assertThat(tentativi.attesa("udp", "10.0.0.2")).isZero();
  }

  @Test
  void laMemoriaRestaLimitata() {
    for (int i = 0; i < 5 * TentativiDiAccesso.CAPIENZA; i++) {
      tentativi.fallito("utente" + i, "10.1.1.1");
      tentativi.riuscito("utente" + i, "10.1.1.1");
    }

    assertThat(tentativi.ricordati()).isLessThanOrEqualTo(2 * TentativiDiAccesso.CAPIENZA);
  }

  private void sbaglia(String account, String indirizzo, int volte) {
    for (int i = 0; i < volte; i++) {
      tentativi.fallito(account, indirizzo);
    }
  }
}
