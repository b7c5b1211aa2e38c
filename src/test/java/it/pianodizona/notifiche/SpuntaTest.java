package it.pianodizona.notifiche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SpuntaTest {

  private final List<List<Long>> scritture = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch inizio = new CountDownLatch(1);
  private final CountDownLatch viaLibera = new CountDownLatch(1);

  @Test
  void quelliAccettatiDuranteUnaScritturaSonoSegnatiInsiemeConLaSuccessiva() throws Exception {
    try (var spunta = spunta(lenta())) {
      spunta.consegnato(messaggio(1));
      inizio.await();
      LongStream.rangeClosed(2, 5).forEach(id -> spunta.consegnato(messaggio(id)));
      assertThat(scritture).as("nessuno si ferma ad aspettare").isEmpty();
      viaLibera.countDown();
    }
    assertThat(scritture).containsExactly(List.of(1L), List.of(2L, 3L, 4L, 5L));
  }

  @Test
  void ciascunoESegnatoSubitoSeIlServerEPiuLentoDelDatabase() {
    viaLibera.countDown();
    try (var spunta = spunta(lenta())) {
      for (long id = 1; id <= 3; id++) {
        spunta.consegnato(messaggio(id));
        long scritti = id;
        await().until(() -> scritture.size() == scritti);
      }
    }
    assertThat(scritture).containsExactly(List.of(1L), List.of(2L), List.of(3L));
  }

  @Test
  void conVentiInSospesoChiConsegnaAspetta() throws Exception {
    try (var spunta = spunta(lenta())) {
      LongStream.rangeClosed(1, Spunta.IN_SOSPESO).forEach(id -> spunta.consegnato(messaggio(id)));
      inizio.await();
      var unAltro = CompletableFuture.runAsync(() -> spunta.consegnato(messaggio(99)));
      await().during(Duration.ofMillis(200)).until(() -> !unAltro.isDone());

      viaLibera.countDown();
      unAltro.join();
    }
    assertThat(scritture.stream().flatMap(List::stream)).hasSize(Spunta.IN_SOSPESO + 1);
  }

  @Test
  void seNonSiPuoSegnareNonSiConsegnaPiuNulla() {
    var spunta =
        spunta(
            () -> {
              throw new IllegalStateException("il database non risponde");
            });
    spunta.consegnato(messaggio(1));

    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> spunta.consegnato(messaggio(2)))
                    .hasMessage("il database non risponde"));
    assertThatThrownBy(spunta::close).hasMessage("il database non risponde");
    assertThat(scritture).isEmpty();
  }

  private Runnable lenta() {
    return () -> {
      inizio.countDown();
      try {
        viaLibera.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private Spunta spunta(Runnable scrittura) {
    var messaggi =
        new Messaggi(null, null, null, null, null, null, null) {
          @Override
          void segnaInviati(List<Messaggio> accettati, Recapito recapito) {
            scrittura.run();
            scritture.add(accettati.stream().map(Messaggio::id).toList());
          }
        };
    return new Spunta(messaggi, Recapito.SMTP, ForkJoinPool.commonPool());
  }

  private static Messaggio messaggio(long id) {
    return new Messaggio(
        id,
        "chiave" + id,
        Scopo.RIEPILOGO,
        "prova:1",
        "50",
        "2025-2027",
        "Ente",
        "ente@esempio.it",
        null,
        "Oggetto",
        "Testo",
        "<p>Testo</p>",
        null,
        null,
        "<" + id + "@esempio.it>",
        StatoMessaggio.IN_CODA,
        null,
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false);
  }
}
