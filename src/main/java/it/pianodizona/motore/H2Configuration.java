package it.pianodizona.motore;

import java.sql.SQLException;
import java.util.ArrayList;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What H2 has to be told, and PostgreSQL knows by itself. */
@Configuration(proxyBeanMethods = false)
class H2Configuration {

  /** Ids that H2 gives before it writes down how far it has come. */
  private static final int RISERVA = 1000;

  /**
   * Jobs begun by a process that was killed stay reserved for it until the reservation expires.
   * Only one process at a time can open an H2 file: what is reserved when the engine starts is
   * reserved for nobody, and must not keep people waiting for their next task.
   */
  @Bean
  ProcessEnginePlugin lavoriInterrottiPlugin() {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void postProcessEngineBuild(ProcessEngine motore) {
        if (suH2(motore)) {
          new JdbcTemplate(motore.getProcessEngineConfiguration().getDataSource())
              .execute(
                  """
                  update act_ru_job set lock_owner_ = null, lock_exp_time_ = null
                  where lock_owner_ is not null""");
        }
      }
    };
  }

  /**
   * For each step the engine asks for the variables of one execution that are of no task. H2 takes
   * the index of the tasks for it and reads the variables of all executions there are, unless an
   * index has both. PostgreSQL knows how rare a value is.
   */
  @Bean
  ProcessEnginePlugin indiceDelleVariabiliPlugin() {
    return new IndiceDelMotore(
        "act_idx_variable_exe_task", "act_ru_variable", "execution_id_, task_id_") {
      @Override
      public void postProcessEngineBuild(ProcessEngine motore) {
        if (suH2(motore)) {
          super.postProcessEngineBuild(motore);
        }
      }
    };
  }

  /**
   * Every so many rows H2 writes down how far the ids of a table have come, with a commit of its
   * own. Out of the box these are 32, fewer than the letters of one call to sign. A process that is
   * killed leaves the others unused: nothing that people number takes its numbers from here.
   */
  @Bean
  Callback riservaDiIdentificativi() {
    return new BaseCallback() {
      @Override
      public boolean supports(Event evento, Context contesto) {
        return evento == Event.AFTER_MIGRATE;
      }

      @Override
      public void handle(Event evento, Context contesto) {
        var connessione = contesto.getConnection();
        try {
          if (!"H2".equals(connessione.getMetaData().getDatabaseProductName())) {
            return;
          }
          try (var comando = connessione.createStatement()) {
            var cambiamenti = new ArrayList<String>();
            try (var colonne =
                comando.executeQuery(
                    """
                    select table_name, column_name from information_schema.columns
                    where table_schema = current_schema and identity_cache < %d"""
                        .formatted(RISERVA))) {
              while (colonne.next()) {
                cambiamenti.add(
                    "alter table \"%s\" alter column \"%s\" set cache %d"
                        .formatted(colonne.getString(1), colonne.getString(2), RISERVA));
              }
            }
            for (var cambiamento : cambiamenti) {
              comando.execute(cambiamento);
            }
          }
        } catch (SQLException e) {
          throw new FlywayException("Riserva di identificativi non cambiata", e);
        }
      }
    };
  }

  private static boolean suH2(ProcessEngine motore) {
    var configurazione = (ProcessEngineConfigurationImpl) motore.getProcessEngineConfiguration();
    return DbSqlSessionFactory.H2.equals(configurazione.getDatabaseType());
  }
}
