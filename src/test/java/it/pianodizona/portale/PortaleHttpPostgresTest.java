package it.pianodizona.portale;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The same on the database meant for production. */
@DirtiesContext
class PortaleHttpPostgresTest extends PortaleHttpContratto {

  /** The database lives as long as the application context and ends after it. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Postgres {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
      return EmbeddedPostgres.builder().start();
    }

    @Bean
    DynamicPropertyRegistrar suPostgres(EmbeddedPostgres postgres) {
      return proprieta -> {
        proprieta.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        proprieta.add("spring.datasource.username", () -> "postgres");
        proprieta.add("spring.datasource.password", () -> "postgres");
      };
    }
  }
}
