package it.pianodizona.anagrafica;

import it.pianodizona.motore.TipiDelDatabase;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** A database with every migration applied and, on request, the Anagrafica of Lombardy. */
public final class AnagraficaFixture {

  public static final LocalDate VALIDE_DAL = LocalDate.of(2018, 1, 1);
  public static final Resource LOMBARDIA = new ClassPathResource("anagrafica/");

  private final DataSource dataSource;
  private final PlatformTransactionManager transactionManager;
  private final JdbcTemplate jdbcTemplate;
  private final Anagrafica anagrafica;

  private AnagraficaFixture(DataSource dataSource) {
    var flyway = Flyway.configure().dataSource(dataSource).locations("classpath:db/migration");
    new TipiDelDatabase().customize(flyway);
    flyway.load().migrate();
    this.dataSource = dataSource;
    this.transactionManager = new JdbcTransactionManager(dataSource);
    this.jdbcTemplate = new JdbcTemplate(dataSource);
    this.anagrafica =
        new Anagrafica(JdbcClient.create(jdbcTemplate), jdbcTemplate, transactionManager);
  }

  /** A new in-memory H2 database, migrated and empty. */
  public static AnagraficaFixture vuota() {
    return su(
        new DriverManagerDataSource(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
  }

  /** A new in-memory H2 database with the Anagrafica of Lombardy. */
  public static AnagraficaFixture lombardia() {
    return vuota().importata();
  }

  /** The given database, migrated and empty. */
  public static AnagraficaFixture su(DataSource dataSource) {
    return new AnagraficaFixture(dataSource);
  }

  /** Imports the Anagrafica of Lombardy. */
  public AnagraficaFixture importata() {
    importazione().importaSeVuota(LOMBARDIA, VALIDE_DAL).orElseThrow();
    return this;
  }

  public Anagrafica anagrafica() {
    return anagrafica;
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public JdbcTemplate jdbcTemplate() {
    return jdbcTemplate;
  }

  public PlatformTransactionManager transactionManager() {
    return transactionManager;
  }

  ImportazioneAnagrafica importazione() {
    return new ImportazioneAnagrafica(jdbcTemplate, transactionManager);
  }

  long righe(String tabella) {
    return jdbcTemplate.queryForObject("select count(*) from " + tabella, Long.class);
  }
}
