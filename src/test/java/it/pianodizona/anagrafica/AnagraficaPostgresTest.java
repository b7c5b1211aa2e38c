package it.pianodizona.anagrafica;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class AnagraficaPostgresTest extends AnagraficaContratto {

  private static EmbeddedPostgres postgres;
  private static AnagraficaFixture lombardia;

  @BeforeAll
  static void importa() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
    lombardia = AnagraficaFixture.su(postgres.getPostgresDatabase()).importata();
  }

  @AfterAll
  static void ferma() throws IOException {
    postgres.close();
  }

  @Override
  AnagraficaFixture lombardia() {
    return lombardia;
  }
}
