package it.pianodizona.anagrafica;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.motore.TipiDelDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class AnagraficaConfigurationTest {

  private final ApplicationContextRunner applicazione =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  DataSourceAutoConfiguration.class,
                  DataSourceTransactionManagerAutoConfiguration.class,
                  JdbcTemplateAutoConfiguration.class,
                  JdbcClientAutoConfiguration.class,
                  FlywayAutoConfiguration.class))
          .withUserConfiguration(
              AnagraficaConfiguration.class, Anagrafica.class, TipiDelDatabase.class)
          .withPropertyValues("spring.datasource.generate-unique-name=true");

  @Test
  void theFirstStartFillsTheAnagrafica() {
    applicazione.run(
        contesto -> {
          Anagrafica anagrafica = contesto.getBean(Anagrafica.class);
          assertThat(anagrafica.comuniDi("50084", LocalDate.of(2018, 1, 1))).hasSize(24);
          assertThat(anagrafica.comuniDi("50084", LocalDate.of(2017, 12, 31))).isEmpty();
        });
  }

  @Test
  void theFirstDayOfTheMembershipsIsAParameter() {
    applicazione
        .withPropertyValues("pianodizona.anagrafica.appartenenze-valide-dal=2015-01-01")
        .run(
            contesto ->
                assertThat(
                        contesto
                            .getBean(Anagrafica.class)
                            .comuniDi("50084", LocalDate.of(2015, 1, 1)))
                    .hasSize(24));
  }

  @Test
  void aFolderWithoutTheFilesStopsTheStart() {
    applicazione
        .withPropertyValues("pianodizona.anagrafica.cartella=classpath:/inesistente/")
        .run(
            contesto ->
                assertThat(contesto)
                    .hasFailed()
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(ImportazioneNonValida.class)
                    .hasMessageContaining("ambiti-lombardia.csv"));
  }
}
