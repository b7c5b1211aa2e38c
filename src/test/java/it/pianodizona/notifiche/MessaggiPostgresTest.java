package it.pianodizona.notifiche;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import it.pianodizona.anagrafica.AnagraficaFixture;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MessaggiPostgresTest extends MessaggiContratto {

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void importa() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
    AnagraficaFixture.su(postgres.getPostgresDatabase()).importata();
  }

  @AfterAll
  static void ferma() throws IOException {
    postgres.close();
  }

  @Override
  DataSource database() {
    return postgres.getPostgresDatabase();
  }
}
