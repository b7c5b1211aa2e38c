package it.pianodizona.motore.nodo;

import it.pianodizona.comune.UnNodoAllaVolta;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Work that one node at a time may do. The database keeps the lock for as long as the connection
 * lives, so that a node that dies gives it back; a connection of the pool is busy meanwhile.
 */
@Component
public class Serratura implements UnNodoAllaVolta {

  /** All our locks have this first half; the second is made of the name. */
  private static final int NOSTRE = 0x50447a;

  private static final Duration PASSO = Duration.ofMillis(200);

  private final DataSource archivio;

  Serratura(DataSource archivio) {
    this.archivio = archivio;
  }

  @Override
  public boolean seLibera(String cosa, Runnable lavoro) {
    try (var presa = prendi(archivio, cosa, Duration.ZERO)) {
      if (!presa.nostra()) {
        return false;
      }
      lavoro.run();
      return true;
    }
  }

  /**
   * Does the work after whoever is doing it.
   *
   * @throws IllegalStateException when the other one does not finish in time
   */
  public void aTurno(String cosa, Duration attesa, Runnable lavoro) {
    try (var presa = prendi(archivio, cosa, attesa)) {
      if (!presa.nostra()) {
        throw new IllegalStateException(
            "Un altro nodo fa «%s» da più di %d secondi".formatted(cosa, attesa.toSeconds()));
      }
      lavoro.run();
    }
  }

  /** A lock held, or not obtained. */
  static final class Presa implements AutoCloseable {

    private final Connection connessione;
    private final int chiave;
    private final boolean nostra;

    private Presa(Connection connessione, int chiave, boolean nostra) {
      this.connessione = connessione;
      this.chiave = chiave;
      this.nostra = nostra;
    }

    boolean nostra() {
      return nostra;
    }

    @Override
    public void close() {
      if (connessione == null) {
        return;
      }
      try (connessione) {
        if (nostra) {
          chiedi(connessione, "select pg_advisory_unlock(?, ?)", chiave);
        }
      } catch (SQLException e) {
        // the connection is gone, and the lock with it
      }
    }
  }

  static Presa prendi(DataSource archivio, String cosa, Duration attesa) {
    int chiave = cosa.hashCode();
    Connection connessione = null;
    try {
      connessione = archivio.getConnection();
      if (!"PostgreSQL".equals(connessione.getMetaData().getDatabaseProductName())) {
        connessione.close();
        return new Presa(null, chiave, true);
      }
      long fine = System.nanoTime() + attesa.toNanos();
      boolean nostra = provaAPrendere(connessione, chiave);
      while (!nostra && System.nanoTime() < fine) {
        Thread.sleep(PASSO.toMillis());
        nostra = provaAPrendere(connessione, chiave);
      }
      return new Presa(connessione, chiave, nostra);
    } catch (SQLException e) {
      DataSourceUtils.releaseConnection(connessione, null);
      throw new IllegalStateException("Il database non risponde: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      DataSourceUtils.releaseConnection(connessione, null);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrotta l'attesa di «%s»".formatted(cosa), e);
    }
  }

  private static boolean provaAPrendere(Connection connessione, int chiave) throws SQLException {
    return chiedi(connessione, "select pg_try_advisory_lock(?, ?)", chiave);
  }

  private static boolean chiedi(Connection connessione, String sql, int chiave)
      throws SQLException {
    try (var comando = connessione.prepareStatement(sql)) {
      comando.setInt(1, NOSTRE);
      comando.setInt(2, chiave);
      try (var risposta = comando.executeQuery()) {
        return risposta.next() && risposta.getBoolean(1);
      }
    }
  }
}
