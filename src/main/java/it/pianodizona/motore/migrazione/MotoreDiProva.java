package it.pianodizona.motore.migrazione;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * An engine over a database that exists, which runs nothing by itself: no jobs, no deployment, no
 * authorizations, none of the application's delegates.
 */
final class MotoreDiProva {

  private MotoreDiProva() {}

  /**
   * @param schema {@code false} to require the engine's tables, {@code true} to create them
   */
  static ProcessEngine apri(
      DataSource database, PlatformTransactionManager transazioni, String schema) {
    var configurazione = new SpringProcessEngineConfiguration();
    configurazione.setProcessEngineName("verifica-migrazione-" + System.nanoTime());
    configurazione.setDataSource(database);
    configurazione.setTransactionManager(transazioni);
    configurazione.setDatabaseSchemaUpdate(schema);
    configurazione.setHistory(ProcessEngineConfiguration.HISTORY_AUTO);
    configurazione.setIdGenerator(new StrongUuidGenerator());
    configurazione.setJobExecutorActivate(false);
    configurazione.setMetricsEnabled(false);
    configurazione.setDbMetricsReporterActivate(false);
    configurazione.setTaskMetricsEnabled(false);
    configurazione.setEnforceHistoryTimeToLive(false);
    configurazione.setAuthorizationEnabled(false);
    configurazione.setProcessEnginePlugins(List.of(new SpinProcessEnginePlugin()));
    configurazione.setBeans(Map.of());
    return configurazione.buildProcessEngine();
  }
}
