package it.pianodizona.notifiche;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Marks messages as sent while the next ones leave: those that were accepted during one commit are
 * marked together by the next. A crash makes those that were not marked yet leave once more, {@link
 * #MASSIMO} and the one on its way at most, each with its Message-ID.
 */
final class Spunta implements AutoCloseable {

  /** How many accepted messages may wait to be marked: then the next one does not leave. */
  static final int MASSIMO = 20;

  private final Consumer<List<Messaggio>> segna;
  private final Thread filo = new Thread(this::lavora, "spunta-posta");
  private List<Messaggio> accettati = new ArrayList<>();
  private boolean segnando;
  private boolean finito;
  private RuntimeException errore;

  /**
   * @param segna marks these messages as sent, and has done so durably when it returns
   */
  Spunta(Consumer<List<Messaggio>> segna) {
    this.segna = segna;
    filo.start();
  }

  /**
   * The server has it.
   *
   * @throws RuntimeException what went wrong while marking an earlier one: nothing more should
   *     leave
   */
  synchronized void accettato(Messaggio messaggio) {
    while (errore == null && accettati.size() >= MASSIMO) {
      attendi();
    }
    accettati.add(messaggio);
    notifyAll();
    if (errore != null) {
      throw errore;
    }
  }

  /**
   * Waits until all that was accepted is marked.
   *
   * @throws RuntimeException what went wrong while marking
   */
  @Override
  public synchronized void close() {
    finito = true;
    notifyAll();
    while (errore == null && (segnando || !accettati.isEmpty())) {
      attendi();
    }
    if (errore != null) {
      throw errore;
    }
  }

  private void lavora() {
    for (var presi = prossimi(); !presi.isEmpty(); presi = prossimi()) {
      RuntimeException fallito = null;
      try {
        segna.accept(presi);
      } catch (RuntimeException e) {
        fallito = e;
      }
      segnati(fallito);
      if (fallito != null) {
        return;
      }
    }
  }

  private synchronized List<Messaggio> prossimi() {
    while (accettati.isEmpty() && !finito) {
      attendi();
    }
    var presi = accettati;
    accettati = new ArrayList<>();
    segnando = !presi.isEmpty();
    notifyAll();
    return presi;
  }

  private synchronized void segnati(RuntimeException fallito) {
    segnando = false;
    errore = fallito;
    notifyAll();
  }

  /** What was accepted must be marked, whoever wants this thread to stop. */
  private void attendi() {
    boolean interrotto = false;
    try {
      while (true) {
        try {
          wait();
          return;
        } catch (InterruptedException e) {
          interrotto = true;
        }
      }
    } finally {
      if (interrotto) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
