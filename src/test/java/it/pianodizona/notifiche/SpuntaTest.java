package it.pianodizona.notifiche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SpuntaTest {

  @Test
  void allaFineTuttoCioCheEAccettatoESegnatoUnaVoltaENellOrdine() {
    var messaggi = messaggi(100);
    var segnati = Collections.synchronizedList(new ArrayList<Messaggio>());

    try (var spunta = new Spunta(segnati::addAll)) {
      messaggi.forEach(spunta::accettato);
    }

    assertThat(segnati).containsExactlyElementsOf(messaggi);
  }

  @Test
  void quantoArrivaMentreSiSegnaVieneSegnatoInsieme() throws Exception {
    var gruppi = Collections.synchronizedList(new ArrayList<Integer>());
    var via = new Semaphore(0);
    var cominciata = new Semaphore(0);

    try (var spunta =
        new Spunta(
            presi -> {
              cominciata.release();
              via.acquireUninterruptibly();
              gruppi.add(presi.size());
            })) {
      spunta.accettato(messaggi(1).get(0));
      cominciata.acquire();
      messaggi(7).forEach(spunta::accettato);
      via.release(2);
    }

    assertThat(gruppi).containsExactly(1, 7);
  }

  @Test
  void seIlDatabaseSiFermaNeEsconoPochi() throws Exception {
    var via = new Semaphore(0);
    var cominciata = new Semaphore(0);
    var usciti = new Semaphore(0);
    var spunta =
        new Spunta(
            presi -> {
              cominciata.release();
              via.acquireUninterruptibly();
            });
    var posta =
        new Thread(
            () ->
                messaggi(100)
                    .forEach(
                        messaggio -> {
                          spunta.accettato(messaggio);
                          usciti.release();
                        }));
    spunta.accettato(messaggio(-1));
    cominciata.acquire();
    posta.start();

    usciti.acquire(Spunta.MASSIMO);
    assertThat(usciti.tryAcquire(200, TimeUnit.MILLISECONDS)).isFalse();

    via.release(100);
    posta.join();
    spunta.close();
    assertThat(usciti.availablePermits()).isEqualTo(100 - Spunta.MASSIMO);
  }

  @Test
  void seNonSiPuoSegnareNonEscePiuNulla() {
    var spunta =
        new Spunta(
            presi -> {
              throw new IllegalStateException("database fermo");
            });

    assertThatThrownBy(() -> messaggi(100).forEach(spunta::accettato)).hasMessage("database fermo");
    assertThatThrownBy(spunta::close).hasMessage("database fermo");
  }

  private static List<Messaggio> messaggi(int quanti) {
    var messaggi = new ArrayList<Messaggio>();
    for (int i = 0; i < quanti; i++) {
      messaggi.add(messaggio(i));
    }
    return messaggi;
  }

  private static Messaggio messaggio(long id) {
    return new Messaggio(
        id,
        "chiave",
        Scopo.RIEPILOGO,
        "prova",
        null,
        null,
        "Ente",
        "ente@esempio.it",
        null,
        "Oggetto",
        "testo",
        "<p>testo</p>",
        null,
        null,
        "<" + id + "@prova>",
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
