package it.pianodizona.portale.web;

import jakarta.servlet.ServletInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Few forms with files are dealt with at a time, in the order in which they arrive: two hundred
 * together would each hold their files in memory while all wait for the same processors. Nobody is
 * refused, and nobody waits for somebody else's slow line.
 */
final class Turni {

  /** Longest that a form waits for its turn; it goes on without one then. */
  private static final Duration ATTESA = Duration.ofSeconds(10);

  /** How long a line may be silent, all silences together, before its form gives its turn back. */
  private static final Duration SILENZIO = Duration.ofMillis(50);

  private static final Duration PASSO = Duration.ofMillis(1);

  private final Semaphore liberi;

  /**
   * @param insieme how many at a time
   */
  Turni(int insieme) {
    this.liberi = new Semaphore(insieme, true);
  }

  /** Waits for a turn, to be closed with the form. */
  Turno prendi() {
    try {
      return new Turno(liberi.tryAcquire(ATTESA.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Turno(false);
    }
  }

  /** The turn of one form; used by one thread. */
  final class Turno implements AutoCloseable {

    private long silenzio = SILENZIO.toNanos();
    private boolean preso;

    private Turno(boolean preso) {
      this.preso = preso;
    }

    /** The body of the form, whose silences are counted. */
    InputStream ascolta(ServletInputStream corpo) {
      return new FilterInputStream(corpo) {
        @Override
        public int read() throws IOException {
          attendi(corpo);
          return super.read();
        }

        @Override
        public int read(byte[] dove, int da, int quanti) throws IOException {
          attendi(corpo);
          return super.read(dove, da, quanti);
        }
      };
    }

    private void attendi(ServletInputStream corpo) throws IOException {
      while (preso && corpo.available() == 0 && !corpo.isFinished()) {
        if (silenzio <= 0) {
          close();
          return;
        }
        long prima = System.nanoTime();
        LockSupport.parkNanos(PASSO.toNanos());
        silenzio -= System.nanoTime() - prima;
      }
    }

    @Override
    public void close() {
      if (preso) {
        preso = false;
        liberi.release();
      }
    }
  }
}
