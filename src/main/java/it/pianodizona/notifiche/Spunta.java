package it.pianodizona.notifiche;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Marks as sent what a mail server has accepted, while the couriers go on. Each message is marked
 * at once; those that a server faster than the database accepts during one transaction are marked
 * together with the next one.
 */
final class Spunta implements AutoCloseable {

  /** Messages accepted and not yet marked, before couriers wait: a crash repeats these at most. */
  static final int IN_SOSPESO = 20;

  private final Messaggi messaggi;
  private final Recapito recapito;
  private final Executor esecutore;
  private final Semaphore posti = new Semaphore(IN_SOSPESO);

  /** Guards the two that follow. */
  private final Object guardia = new Object();

  private List<Messaggio> consegnati = new ArrayList<>();
  private CompletableFuture<Void> scrittura = CompletableFuture.completedFuture(null);

  Spunta(Messaggi messaggi, Recapito recapito, Executor esecutore) {
    this.messaggi = messaggi;
    this.recapito = recapito;
    this.esecutore = esecutore;
  }

  /**
   * Takes note of a message that the server has just accepted.
   *
   * @throws RuntimeException the failure to mark an earlier one: no more may be delivered
   */
  void consegnato(Messaggio messaggio) {
    posti.acquireUninterruptibly();
    synchronized (guardia) {
      if (scrittura.isCompletedExceptionally()) {
        posti.release();
        attendi(scrittura);
      }
      consegnati.add(messaggio);
      if (scrittura.isDone()) {
        scrittura = CompletableFuture.runAsync(this::scrivi, esecutore);
      }
    }
  }

  private void scrivi() {
    while (true) {
      List<Messaggio> insieme;
      synchronized (guardia) {
        insieme = consegnati;
        if (insieme.isEmpty()) {
          // from here on a message that comes begins the next writing
          scrittura = CompletableFuture.completedFuture(null);
          return;
        }
        consegnati = new ArrayList<>();
      }
      try {
        messaggi.segnaInviati(insieme, recapito);
      } finally {
        posti.release(insieme.size());
      }
    }
  }

  /**
   * Waits until everything is marked.
   *
   * @throws RuntimeException the failure to mark
   */
  @Override
  public void close() {
    CompletableFuture<Void> ultima;
    synchronized (guardia) {
      ultima = scrittura;
    }
    attendi(ultima);
  }

  /** Gives the failure as it was. */
  static void attendi(CompletableFuture<?> lavoro) {
    try {
      lavoro.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException causa ? causa : e;
    }
  }
}
