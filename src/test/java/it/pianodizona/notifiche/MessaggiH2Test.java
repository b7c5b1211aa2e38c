package it.pianodizona.notifiche;

import it.pianodizona.anagrafica.AnagraficaFixture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MessaggiH2Test extends MessaggiContratto {

  private static final DataSource H2 =
      new DriverManagerDataSource("jdbc:h2:mem:messaggi;DB_CLOSE_DELAY=-1", "sa", "");

  @BeforeAll
  static void importa() {
    AnagraficaFixture.su(H2).importata();
  }

  @Override
  DataSource database() {
    return H2;
  }
}
