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

  /** Marks that are written together; guarded by the pen, but for the list, guarded by this. */
  private static final class Foglio {
    private final List<Messaggio> accettati = new ArrayList<>();
    private boolean scritto;
    private RuntimeException errore;
  }

  /**
   * Marks a message that the server has just accepted; when this returns it is marked.
   *
   * @throws RuntimeException when it could not be, for everyone whose mark was written with it
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
        scrivi(mio);
      }
      if (mio.errore != null) {
        throw mio.errore;
      }
    } finally {
      penna.unlock();
    }
  }

  private void scrivi(Foglio foglio) {
    synchronized (this) {
      // whoever comes from here on waits for the next one
      aperto = new Foglio();
    }
    try {
      messaggi.segnaInviati(foglio.accettati, recapito);
    } catch (RuntimeException e) {
      foglio.errore = e;
    } finally {
      foglio.scritto = true;
    }
  }
}
