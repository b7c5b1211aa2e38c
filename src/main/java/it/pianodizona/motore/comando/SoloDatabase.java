package it.pianodizona.motore.comando;

import it.pianodizona.comune.Termini;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * What a command needs of the application to work on its database: no web server, no process
 * engine, no migration. Not a stereotype: the application itself must never find it.
 */
@EnableConfigurationProperties(DataSourceProperties.class)
@ImportAutoConfiguration({
  DataSourceTransactionManagerAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  TransactionAutoConfiguration.class
})
public class SoloDatabase {

  private static final String SOLO_SE_ESISTE = ";IFEXISTS";

  /**
   * Opens the database, silently.
   *
   * @param contesto the command's own beans, which {@code @Import}s this class
   * @param opzioni Spring properties, such as {@code --spring.datasource.url=…}
   */
  public static ConfigurableApplicationContext apri(Class<?> contesto, List<String> opzioni) {
    return new SpringApplicationBuilder(contesto)
        .web(WebApplicationType.NONE)
        .logStartupInfo(false)
        .properties(Map.of("logging.level.root", "off"))
        .run(opzioni.toArray(String[]::new));
  }

  @Bean
  Clock orologio() {
    return Clock.system(Termini.ROMA);
  }

  /** H2 would create a database that is not there: an empty one would look intact. */
  @Bean
  DataSource dataSource(DataSourceProperties proprieta) {
    String indirizzo = proprieta.determineUrl();
    boolean daCercare = indirizzo.startsWith("jdbc:h2:") && !indirizzo.contains(SOLO_SE_ESISTE);
    return proprieta
        .initializeDataSourceBuilder()
        .url(daCercare ? indirizzo + SOLO_SE_ESISTE + "=TRUE" : indirizzo)
        .build();
  }
}
