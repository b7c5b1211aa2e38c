package it.pianodizona.motore.istruzioni;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Reads the engine's statements in a thread of their own while everything else is prepared: a sixth
 * of what a start does, and all that it needs is the kind of the database, which the address says.
 * With another database than that, or a prefix for the engine's tables, the engine reads them by
 * itself.
 */
@Component
final class IstruzioniDelMotore extends AbstractProcessEnginePlugin
    implements BeanFactoryPostProcessor, EnvironmentAware {

  private static final String SENZA_PREFISSO = "";

  private String database;
  private FutureTask<Configuration> lettura;

  @Override
  public void setEnvironment(org.springframework.core.env.Environment ambiente) {
    database = tipo(ambiente.getProperty("spring.datasource.url", "")).orElse(null);
  }

  /** As soon as it is known that an engine will be built. */
  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    if (database != null) {
      lettura = new FutureTask<>(() -> leggi(database));
      var filo = new Thread(lettura, "istruzioni-del-motore");
      filo.setDaemon(true);
      filo.start();
    }
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configurazione) {
    if (lettura != null && adatte(configurazione)) {
      configurazione.setSqlSessionFactory(new DefaultSqlSessionFactory(lette()));
    }
    lettura = null;
  }

  private boolean adatte(ProcessEngineConfigurationImpl configurazione) {
    if (configurazione.getDatabaseType() == null) {
      configurazione.initDatabaseType();
    }
    return configurazione.getDatabaseType().equals(database)
        && SENZA_PREFISSO.equals(configurazione.getDatabaseTablePrefix());
  }

  /** What the engine gives to statements that it has read itself. */
  @Override
  public void postInit(ProcessEngineConfigurationImpl configurazione) {
    var istruzioni = configurazione.getSqlSessionFactory().getConfiguration();
    if (istruzioni.getEnvironment() != null) {
      return;
    }
    istruzioni.setEnvironment(
        new Environment(
            "default", configurazione.getTransactionFactory(), configurazione.getDataSource()));
    istruzioni.setDefaultStatementTimeout(configurazione.getJdbcStatementTimeout());
    if (configurazione.isJdbcBatchProcessing()) {
      istruzioni.setDefaultExecutorType(ExecutorType.BATCH);
    }
  }

  /** The engine's name for the database at this address. */
  private static Optional<String> tipo(String indirizzo) {
    if (indirizzo.startsWith("jdbc:h2:")) {
      return Optional.of(DbSqlSessionFactory.H2);
    }
    return indirizzo.startsWith("jdbc:postgresql:")
        ? Optional.of(DbSqlSessionFactory.POSTGRES)
        : Optional.empty();
  }

  /** As the engine does, only that the questions of MyBatis find a quicker answer. */
  static Configuration leggi(String database) throws IOException {
    var proprieta = new Properties();
    proprieta.put("prefix", SENZA_PREFISSO);
    ProcessEngineConfigurationImpl.initSqlSessionFactoryProperties(
        proprieta, SENZA_PREFISSO, database);
    var mappature =
        new ClassPathResource(ProcessEngineConfigurationImpl.DEFAULT_MYBATIS_MAPPING_FILE);
    var filo = Thread.currentThread();
    var classi = filo.getContextClassLoader();
    filo.setContextClassLoader(XPathDelleMappature.trovataDa(classi));
    try (var testo = new InputStreamReader(mappature.getInputStream(), StandardCharsets.UTF_8)) {
      return new XMLConfigBuilder(testo, "", proprieta).parse();
    } finally {
      filo.setContextClassLoader(classi);
    }
  }

  private Configuration lette() {
    try {
      return lettura.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Le istruzioni del motore non si leggono", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Avvio interrotto", e);
    }
  }
}
