package it.pianodizona.premialita.libro;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.comune.Denaro;
import it.pianodizona.motore.TipiDelDatabase;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database from before the ledger: what was assigned and paid is there afterwards, to the cent.
 */
class MigrazioneLibroTest {

  private JdbcClient jdbc;

  @BeforeEach
  void unArchivioDiPrima() {
    var database =
        new DriverManagerDataSource(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    migra(database, MigrationVersion.fromVersion("30"));
    jdbc = JdbcClient.create(database);
    esegui(
        """
        insert into triennio (codice, atto_regionale, inizio, fine, scadenza_accordo,
                              schema_premialita, registrato)
        values ('2021-2023', 'DGR XI/4563', date '2021-01-01', date '2023-12-31',
                date '2021-12-31', '2021-2023', current_timestamp)""",
        """
        insert into piano (codice_ambito, triennio, fase, in_ritardo, scadenza_accordo, avviato)
        values ('50084', '2021-2023', 'PREMIALITA', false, current_timestamp, current_timestamp)""",
        "insert into premialita_del_piano (piano_id, registrata) values (1, current_timestamp)");
    // 1: paid in full; 2: acconto paid, then a negative outcome; 3: only assigned; 4: nothing
    for (int i = 1; i <= 4; i++) {
      esegui(
          """
          insert into progetto_premialita
            (piano_id, obiettivo_id, titolo, macroarea, valutazione_registrata)
          values (1, %d, 'Progetto', 'E', true)"""
              .formatted(i));
    }
    esegui(
        determinata(1, "20000"),
        determinata(2, "20000"),
        determinata(3, "50000"),
        determinata(4, "0"),
        valutata(1, true),
        valutata(2, false),
        pagato(1, "ACCONTO", "4000"),
        pagato(1, "SALDO", "16000"),
        pagato(2, "ACCONTO", "4000"));
    migra(database, MigrationVersion.LATEST);
  }

  @Test
  void iSaldiSonoQuelliDiPrimaEIlSaldoPersoNonEPiuAssegnato() {
    var saldi = new LibroPremialita(jdbc, null).saldi(1);

    assertThat(saldi.assegnata()).isEqualTo(Denaro.euro(74000));
    assertThat(saldi.liquidata()).isEqualTo(Denaro.euro(24000));
    assertThat(saldi.residua()).isEqualTo(Denaro.euro(50000));
  }

  @Test
  void iPagamentiConservanoAttoDataBeneficiarioEPersona() {
    assertThat(new LibroPremialita(jdbc, null).delPiano(1))
        .filteredOn(m -> m.tipo() == TipoMovimento.SALDO)
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.progettoId()).isEqualTo(1);
              assertThat(m.importo()).isEqualTo(Denaro.euro(16000));
              assertThat(m.atto()).isEqualTo("77");
              assertThat(m.data()).isEqualTo("2022-05-04");
              assertThat(m.beneficiario()).isEqualTo("Comune di Clusone");
              assertThat(m.utente()).isEqualTo("regione");
            });
  }

  @Test
  void libroEDeterminazioniDiconoLoStesso() {
    assertThat(
            jdbc.sql(
                    """
                    select d.importo - (select coalesce(sum(s.importo), 0)
                                          from scrittura_premialita s
                                         where s.progetto_id = d.progetto_id
                                           and s.causale = 'ASSEGNAZIONE')
                      from determinazione_premialita d
                     where d.id = (select max(u.id) from determinazione_premialita u
                                    where u.progetto_id = d.progetto_id)""")
                .query(java.math.BigDecimal.class)
                .list())
        .hasSize(4)
        .allSatisfy(d -> assertThat(d).isEqualByComparingTo("0"));
    assertThat(
            jdbc.sql("select percentuale from valutazione_progetto order by progetto_id")
                .query(Integer.class)
                .list())
        .containsExactly(100, 0);
  }

  private static String determinata(int progetto, String importo) {
    return """
        insert into determinazione_premialita
          (progetto_id, importo, percentuale_acconto, motivo, determinata)
        values (%d, %s, 20, 'Quota', current_timestamp)"""
        .formatted(progetto, importo);
  }

  private static String valutata(int progetto, boolean positiva) {
    return """
        insert into valutazione_progetto (progetto_id, tipo, positiva, giudizio, utente, registrata)
        values (%d, 'FINALE', %s, 'Giudizio', 'gruppo', current_timestamp)"""
        .formatted(progetto, positiva);
  }

  private static String pagato(int progetto, String tipo, String importo) {
    return """
        insert into movimento_premialita
          (piano_id, progetto_id, tipo, importo, atto, data, beneficiario, utente, registrato)
        values (1, %d, '%s', %s, '77', date '2022-05-04', 'Comune di Clusone', 'regione',
                current_timestamp)"""
        .formatted(progetto, tipo, importo);
  }

  private void esegui(String... istruzioni) {
    for (var istruzione : istruzioni) {
      jdbc.sql(istruzione).update();
    }
  }

  private static void migra(DataSource database, MigrationVersion fino) {
    var flyway = Flyway.configure().dataSource(database).locations("classpath:db/migration");
    new TipiDelDatabase().customize(flyway);
    flyway.target(fino).load().migrate();
  }
}
