package it.pianodizona.notifiche;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Marks as sent what the mail server has accepted, before the courier goes on. What several
 * couriers bring while one mark is being written is written together with the next one: one commit
 * for all of them.
 */
final class Spunta {

  private final Messaggi messaggi;
  private final Recapito recapito;
  private final Lock penna = new ReentrantLock();
  private Foglio aperto = new Foglio();

  Spunta(Messaggi messaggi, Recapito recapito) {
    this.messaggi = messaggi;
    this.recapito = recapito;
  }

  /** Marks that are written together: the list is guarded by this, the rest by the pen. */
  private static final class Foglio {
    private final List<Messaggio> accettati = new ArrayList<>();
    private boolean scritto;
  }

  /**
   * Marks a message that the server has just accepted; when this returns it is marked. Where
   * somebody else's writing failed, its own is tried again, with all that was to be marked with it.
   */
  void consegnato(Messaggio messaggio) {
    Foglio mio;
    synchronized (this) {
      mio = aperto;
      mio.accettati.add(messaggio);
    }
    penna.lock();
    try {
      if (!mio.scritto) {
        chiudi(mio);
        messaggi.segnaInviati(mio.accettati, recapito);
        mio.scritto = true;
      }
    } finally {
      penna.unlock();
    }
  }

  /** Whoever comes from here on writes on the next one. */
  private synchronized void chiudi(Foglio foglio) {
    if (aperto == foglio) {
      aperto = new Foglio();
    }
  }
}
