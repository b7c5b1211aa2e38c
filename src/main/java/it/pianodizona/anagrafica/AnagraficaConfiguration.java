package it.pianodizona.anagrafica;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnagraficaProperties.class)
class AnagraficaConfiguration {

  @Bean(PrimoAvvioAnagrafica.NOME)
  @DependsOnDatabaseInitialization
  PrimoAvvioAnagrafica primoAvvioAnagrafica(
      JdbcTemplate jdbcTemplate,
      PlatformTransactionManager transactionManager,
      AnagraficaProperties proprieta) {
    return new PrimoAvvioAnagrafica(
        new ImportazioneAnagrafica(jdbcTemplate, transactionManager), proprieta);
  }
}
