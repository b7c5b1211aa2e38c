package it.pianodizona.notifiche;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Marks as sent what the mail server has accepted. One courier at a time writes the marks, its own
 * and all that the others have brought meanwhile, with one commit; they go on with their next
 * messages, but never have more than {@link #IN_SOSPESO} without a mark.
 */
final class Spunta {

  /** Messages of one courier without a mark at most: what a crash may make leave again. */
  static final int IN_SOSPESO = 4;

  private final PostaInPartenza partenze;
  private final Recapito recapito;
  private final Lock penna = new ReentrantLock();
  private Foglio aperto = new Foglio();

  Spunta(PostaInPartenza partenze, Recapito recapito) {
    this.partenze = partenze;
    this.recapito = recapito;
  }

  /** Marks that are written together: the list is guarded by the Spunta, the writing by the pen. */
  private static final class Foglio {
    private final List<Messaggio> accettati = new ArrayList<>();
    private volatile boolean scritto;
  }

  /** What one courier has brought; for its thread only. */
  final class Mano {

    private final Deque<Foglio> inSospeso = new ArrayDeque<>();

    /**
     * Brings a message that the server has just accepted. It is marked now, unless somebody else
     * writes and the courier has few without a mark. Where somebody else's writing failed, its own
     * is tried again, with all that was to be marked with it.
     */
    void consegnato(Messaggio messaggio) {
      inSospeso.add(annota(messaggio));
      if (penna.tryLock()) {
        scrivi();
      } else {
        inSospeso.removeIf(foglio -> foglio.scritto);
        if (inSospeso.size() >= IN_SOSPESO) {
          fine();
        }
      }
    }

    /** When this returns all that the courier brought is marked. */
    void fine() {
      if (!inSospeso.isEmpty()) {
        penna.lock();
        scrivi();
      }
    }

    private void scrivi() {
      try {
        while (!inSospeso.isEmpty()) {
          var foglio = inSospeso.peek();
          if (!foglio.scritto) {
            chiudi(foglio);
            partenze.segnaInviati(foglio.accettati, recapito);
            foglio.scritto = true;
          }
          inSospeso.remove();
        }
      } finally {
        penna.unlock();
      }
    }
  }

  /** For a courier that begins its round. */
  Mano mano() {
    return new Mano();
  }

  private synchronized Foglio annota(Messaggio messaggio) {
    aperto.accettati.add(messaggio);
    return aperto;
  }

  /** Whoever comes from here on writes on the next one. */
  private synchronized void chiudi(Foglio foglio) {
    if (aperto == foglio) {
      aperto = new Foglio();
    }
  }
}
