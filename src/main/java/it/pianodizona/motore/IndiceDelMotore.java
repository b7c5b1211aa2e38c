package it.pianodizona.motore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An index of the engine's tables that the engine does not make. It is made when it is missing: to
 * say {@code if not exists} PostgreSQL would first wait for whoever writes in the table, and keep
 * the others waiting, at each start of a node.
 */
class IndiceDelMotore extends AbstractProcessEnginePlugin {

  private final String nome;
  private final String tabella;
  private final String colonne;

  /** Names in lower case, without quotes. */
  IndiceDelMotore(String nome, String tabella, String colonne) {
    this.nome = nome;
    this.tabella = tabella;
    this.colonne = colonne;
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine motore) {
    var jdbc = new JdbcTemplate(motore.getProcessEngineConfiguration().getDataSource());
    if (!jdbc.execute((ConnectionCallback<Boolean>) this::presente)) {
      jdbc.execute("create index %s on %s(%s)".formatted(nome, tabella, colonne));
    }
  }

  private boolean presente(Connection connessione) throws SQLException {
    var database = connessione.getMetaData();
    var tabellaScritta =
        database.storesUpperCaseIdentifiers() ? tabella.toUpperCase(Locale.ROOT) : tabella;
    try (var indici =
        database.getIndexInfo(
            connessione.getCatalog(), connessione.getSchema(), tabellaScritta, false, true)) {
      while (indici.next()) {
        if (nome.equalsIgnoreCase(indici.getString("INDEX_NAME"))) {
          return true;
        }
      }
      return false;
    }
  }
}
