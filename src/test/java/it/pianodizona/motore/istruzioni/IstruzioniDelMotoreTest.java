package it.pianodizona.motore.istruzioni;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSessionFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;

class IstruzioniDelMotoreTest {

  private static final String H2 = "jdbc:h2:mem:istruzioni;DB_CLOSE_DELAY=-1";

  private final ProcessEngineConfigurationImpl configurazione =
      new StandaloneInMemProcessEngineConfiguration();
  private ProcessEngine motore;
  private SqlSessionFactory data;

  @BeforeEach
  void apri() {
    configurazione.setDataSource(archivio(H2));
  }

  @AfterEach
  void chiudi() {
    if (motore != null) {
      motore.close();
    }
  }

  @Test
  void ilMotoreLavoraConLeIstruzioniLetteInAnticipo() {
    motore = costruisci(inAnticipo(H2), quelleDateAlMotore());

    assertThat(data).isNotNull().isSameAs(configurazione.getSqlSessionFactory());
    var compito = motore.getTaskService().newTask();
    compito.setName("Convocare l'Assemblea");
    motore.getTaskService().saveTask(compito);
    assertThat(motore.getTaskService().createTaskQuery().list())
        .extracting(org.camunda.bpm.engine.task.Task::getName)
        .containsExactly("Convocare l'Assemblea");
  }

  @Test
  void laLoroConfigurazioneEQuellaCheIlMotoreDaAlleSue() {
    configurazione.setJdbcStatementTimeout(7);
    motore = costruisci(inAnticipo(H2), quelleDateAlMotore());
    var nostre = configurazione.getSqlSessionFactory().getConfiguration();
    var altra = new StandaloneInMemProcessEngineConfiguration();
    altra.setDataSource(archivio("jdbc:h2:mem:altre;DB_CLOSE_DELAY=-1")).setJdbcStatementTimeout(7);
    var altro = altra.setProcessEngineName("altro").buildProcessEngine();
    try {
      var sue = altra.getSqlSessionFactory().getConfiguration();
      assertThat(nostre.getDefaultExecutorType()).isEqualTo(sue.getDefaultExecutorType());
      assertThat(nostre.getDefaultStatementTimeout()).isEqualTo(7);
      assertThat(sue.getDefaultStatementTimeout()).isEqualTo(7);
      assertThat(nostre.getEnvironment().getId()).isEqualTo(sue.getEnvironment().getId());
      assertThat(nostre.getEnvironment().getTransactionFactory())
          .hasSameClassAs(sue.getEnvironment().getTransactionFactory());
      assertThat(nostre.getEnvironment().getDataSource()).isSameAs(configurazione.getDataSource());
      assertThat(nostre.getVariables()).isEqualTo(sue.getVariables());
    } finally {
      altro.close();
    }
  }

  @Test
  void conUnPrefissoDelleTabelleIlMotoreLeLeggeDaSe() {
    var istruzioni = inAnticipo(H2);
    configurazione.setDatabaseTablePrefix("ALTRO.");
    istruzioni.preInit(configurazione);
    assertThat(configurazione.getSqlSessionFactory()).isNull();
  }

  @Test
  void suUnDatabaseCheNonEDeiNostriIlMotoreLeLeggeDaSe() {
    inAnticipo("jdbc:oracle:thin:@server").preInit(configurazione);
    assertThat(configurazione.getSqlSessionFactory()).isNull();
    motore = costruisci(inAnticipo("jdbc:oracle:thin:@server"));
    assertThat(motore.getTaskService().createTaskQuery().list()).isEmpty();
  }

  @Test
  void conUnDatabaseDiversoDaQuelloDellIndirizzoIlMotoreLeLeggeDaSe() {
    var diPostgres = inAnticipo("jdbc:postgresql://server/pianodizona");
    motore = costruisci(diPostgres, quelleDateAlMotore());
    assertThat(data).isNull();
    assertThat(motore.getTaskService().createTaskQuery().list()).isEmpty();
  }

  private static DataSource archivio(String indirizzo) {
    var archivio = new JdbcDataSource();
    archivio.setUrl(indirizzo);
    return archivio;
  }

  private static IstruzioniDelMotore inAnticipo(String indirizzo) {
    var istruzioni = new IstruzioniDelMotore();
    istruzioni.setEnvironment(
        new MockEnvironment().withProperty("spring.datasource.url", indirizzo));
    istruzioni.postProcessBeanFactory(new DefaultListableBeanFactory());
    return istruzioni;
  }

  private ProcessEnginePlugin quelleDateAlMotore() {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl configurazione) {
        data = configurazione.getSqlSessionFactory();
      }
    };
  }

  private ProcessEngine costruisci(ProcessEnginePlugin... plugin) {
    configurazione.setProcessEngineName("istruzioni");
    configurazione.setProcessEnginePlugins(List.of(plugin));
    return configurazione.buildProcessEngine();
  }
}
