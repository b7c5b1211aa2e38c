package it.pianodizona.notifiche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpuntaTest {

  private final ExecutorService corrieri = Executors.newCachedThreadPool();
  private final List<List<Long>> scritture = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch inizio = new CountDownLatch(1);
  private final CountDownLatch viaLibera = new CountDownLatch(1);

  @AfterEach
  void tuttiACasa() {
    viaLibera.countDown();
    corrieri.shutdownNow();
  }

  @Test
  void unCorriereSoloSegnaOgniMessaggioAppenaConsegnato() {
    viaLibera.countDown();
    var mano = spunta(this::lenta).mano();
    mano.consegnato(messaggio(1));
    assertThat(scritture).containsExactly(List.of(1L));
    mano.consegnato(messaggio(2));
    assertThat(scritture).containsExactly(List.of(1L), List.of(2L));
  }

  @Test
  void quelliPortatiDuranteUnaScritturaSonoScrittiInsiemeEIlCorriereProsegue() throws Exception {
    var spunta = spunta(this::lenta);
    var primo = porta(spunta.mano(), 1);
    inizio.await();
    var prosegue = spunta.mano();
    prosegue.consegnato(messaggio(2));
    prosegue.consegnato(messaggio(3));
    var fine = fine(prosegue);
    assertThat(fine).as("fermo fino alla spunta").isNotDone();
    assertThat(primo).isNotDone();

    viaLibera.countDown();
    primo.join();
    fine.join();
    assertThat(scritture).containsExactly(List.of(1L), List.of(2L, 3L));
  }

  @Test
  void nessunCorriereHaPiuDiPochiMessaggiSenzaSpunta() throws Exception {
    var spunta = spunta(this::lenta);
    var primo = porta(spunta.mano(), 1);
    inizio.await();
    var altro = spunta.mano();
    for (int id = 2; id <= Spunta.IN_SOSPESO; id++) {
      altro.consegnato(messaggio(id));
    }
    var ultimo = porta(altro, Spunta.IN_SOSPESO + 1);
    assertThat(ultimo).isNotDone();

    viaLibera.countDown();
    primo.join();
    ultimo.join();
    assertThat(scritture).hasSize(2);
    assertThat(scritture.get(1)).containsExactly(2L, 3L, 4L, 5L);
  }

  @Test
  void seNonSiPuoSegnareChiEraInsiemeRiprovaPerTuttiENessunoCredeDiEsserSegnato() throws Exception {
    var quante = new AtomicInteger();
    var spunta =
        spunta(
            () -> {
              lenta();
              if (quante.incrementAndGet() == 2) {
                throw new IllegalStateException("il database non risponde");
              }
            });
    var primo = porta(spunta.mano(), 1);
    inizio.await();
    var secondo = spunta.mano();
    secondo.consegnato(messaggio(2));
    var terzo = spunta.mano();
    terzo.consegnato(messaggio(3));
    var altri = List.of(fine(secondo), fine(terzo));
    viaLibera.countDown();

    primo.join();
    await().until(() -> altri.stream().allMatch(CompletableFuture::isDone));
    assertThat(altri)
        .filteredOn(CompletableFuture::isCompletedExceptionally)
        .singleElement()
        .satisfies(
            fallito ->
                assertThatThrownBy(fallito::join).hasRootCauseMessage("il database non risponde"));
    assertThat(scritture).containsExactly(List.of(1L), List.of(2L, 3L));
  }

  @Test
  void colDatabaseFermoSiFermanoTutti() {
    var spunta =
        spunta(
            () -> {
              throw new IllegalStateException("il database non risponde");
            });
    for (long id = 1; id <= 2; id++) {
      var mano = spunta.mano();
      var messaggio = messaggio(id);
      assertThatThrownBy(() -> mano.consegnato(messaggio)).hasMessage("il database non risponde");
    }
    assertThat(scritture).isEmpty();
  }

  private CompletableFuture<Void> porta(Spunta.Mano mano, long id) {
    return quandoAspetta(() -> mano.consegnato(messaggio(id)));
  }

  private CompletableFuture<Void> fine(Spunta.Mano mano) {
    return quandoAspetta(mano::fine);
  }

  /** Gives back when the courier stands and waits, or has done it. */
  private CompletableFuture<Void> quandoAspetta(Runnable gesto) {
    var filo = new CompletableFuture<Thread>();
    var fatto =
        CompletableFuture.runAsync(
            () -> {
              filo.complete(Thread.currentThread());
              gesto.run();
            },
            corrieri);
    var corriere = filo.join();
    await().until(() -> corriere.getState() == Thread.State.WAITING || fatto.isDone());
    return fatto;
  }

  private void lenta() {
    inizio.countDown();
    try {
      viaLibera.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Spunta spunta(Runnable scrittura) {
    var partenze =
        new PostaInPartenza(null, null) {
          @Override
          void segnaInviati(List<Messaggio> accettati, Recapito recapito) {
            scrittura.run();
            scritture.add(accettati.stream().map(Messaggio::id).toList());
          }
        };
    return new Spunta(partenze, Recapito.SMTP);
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
