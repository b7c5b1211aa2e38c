package it.pianodizona.nodi;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL that can be stopped and started again on the same data and the same port. */
final class Archivio implements AutoCloseable {

  private final Path dati;
  private EmbeddedPostgres postgres;
  private int porta;

  Archivio(Path dati) {
    this.dati = dati;
    avvia();
  }

  private void avvia() {
    try {
      var costruttore =
          EmbeddedPostgres.builder()
              .setDataDirectory(dati)
              .setCleanDataDirectory(false)
              .setServerConfig("synchronous_commit", "on");
      postgres = porta == 0 ? costruttore.start() : costruttore.setPort(porta).start();
      porta = postgres.getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void ferma() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void riavvia() {
    ferma();
    avvia();
  }

  void crea(String database) {
    esegui("create database " + database);
  }

  String indirizzo(String database) {
    return "jdbc:postgresql://127.0.0.1:" + porta + "/" + database;
  }

  void esegui(String sql) {
    try (var connessione =
            DriverManager.getConnection(indirizzo("postgres"), "postgres", "postgres");
        var comando = connessione.createStatement()) {
      comando.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  List<String> colonna(String sql) {
    return colonna("postgres", sql);
  }

  List<String> colonna(String database, String sql) {
    try (var connessione =
            DriverManager.getConnection(indirizzo(database), "postgres", "postgres");
        var comando = connessione.createStatement();
        var righe = comando.executeQuery(sql)) {
      var valori = new ArrayList<String>();
      while (righe.next()) {
        valori.add(righe.getString(1));
      }
      return valori;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  long numero(String sql) {
    return Long.parseLong(colonna(sql).get(0));
  }

  /** What a node needs to know to work here. */
  Map<String, String> ambiente(String database) {
    return Map.of(
        "PIANODIZONA_DB_HOST", "127.0.0.1",
        "PIANODIZONA_DB_PORT", String.valueOf(porta),
        "PIANODIZONA_DB_NOME", database,
        "PIANODIZONA_DB_UTENTE", "postgres",
        "PIANODIZONA_DB_PASSWORD", "postgres");
  }

  @Override
  public void close() {
    ferma();
  }
}
