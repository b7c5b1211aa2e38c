package it.pianodizona;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.Comune;
import it.pianodizona.assemblea.Assemblea;
import it.pianodizona.assemblea.Convocazione;
import it.pianodizona.assemblea.Punto;
import it.pianodizona.assemblea.SedutaFixture;
import it.pianodizona.assemblea.Sedute;
import it.pianodizona.comune.Catena.Alterazione;
import it.pianodizona.comune.Termini;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.RegistroDiProve;
import it.pianodizona.fascicolo.VerificaIntegrita;
import it.pianodizona.fascicolo.VerificaNotturna;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever changes evidence in the database is found out, row by row. On a database of its own:
 * other tests alter documents in theirs.
 */
@TestPropertySource(properties = "spring.datasource.url=" + VerificaIntegritaTest.INDIRIZZO)
class VerificaIntegritaTest extends ProvaDiProcesso {

  static final String INDIRIZZO = "jdbc:h2:mem:integrita;DB_CLOSE_DELAY=-1";

  @Autowired private VerificaIntegrita verifica;
  @Autowired private VerificaNotturna notturna;
  @Autowired private List<RegistroDiProve> registri;
  @Autowired private Assemblea assemblea;
  @Autowired private Sedute sedute;
  @Autowired private Fascicolo fascicolo;
  @Autowired private Anagrafica anagrafica;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transazione;

  private long seduta;
  private long pianoId;

  @BeforeEach
  void unaSedutaConIlSuoVerbale() {
    adesso("2024-10-21T09:00");
    pianoId = piano().pianoId();
    var comuni =
        anagrafica.comuniDi(AMBITO, LocalDate.of(2024, 10, 30)).stream()
            .map(Comune::codiceIstat)
            .toList();
    seduta =
        assemblea
            .convoca(
                assemblea.apriApprovazione(pianoId),
                new Convocazione(
                    LocalDateTime.parse("2024-10-30T18:00").atZone(Termini.ROMA),
                    null,
                    "Clusone",
                    "1. Piano di Zona. 2. Schema.",
                    false,
                    null))
            .id();
    adesso("2024-10-30T18:30");
    SedutaFixture.di(sedute, seduta)
        .presenti(comuni.subList(0, 20))
        .contrari(Punto.PIANO, comuni.subList(0, 2))
        .siSvolge();
    sedute.chiudi(seduta, "Carla Fornoni", "Ugo Neri", null, "presidente");
  }

  @Test
  void seNessunoHaToccatoNienteEIntatto() {
    assertThat(alterazioni()).isEmpty();
  }

  @Test
  void ilVotoCambiatoHaUnNome() {
    long voto = uno("select max(id) from voto where voto = 'FAVOREVOLE'");

    dopo(
        "update voto set voto = 'CONTRARIO' where id = " + voto,
        trovate ->
            assertThat(trovate)
                .containsExactly(
                    new Alterazione(
                        "voto " + voto, "il contenuto non corrisponde all'impronta registrata")));
  }

  @Test
  void ancheIlConteggioLaPresenzaEIlRappresentanteSonoProva() {
    for (String modifica :
        List.of(
            "update votazione set favorevoli = 20, contrari = 0 where seduta_id = " + seduta,
            "update seduta_movimento set quando = timestamp with time zone"
                + " '2024-10-30 17:00:00+01:00' where id = (select min(id) from seduta_movimento"
                + " where seduta_id = "
                + seduta
                + ")",
            "update seduta_chiusura set presidente = 'Altri' where seduta_id = " + seduta)) {
      dopo(modifica, trovate -> assertThat(trovate).isNotEmpty());
    }
  }

  @Test
  void ilVotoCancellatoLasciaUnVuotoNellaCatena() {
    long voto = uno("select max(id) from voto");
    long posto = uno("select catena_numero from voto where id = " + voto);

    dopo(
        "delete from voto where id = " + voto,
        trovate ->
            assertThat(trovate)
                .containsExactly(
                    new Alterazione(
                        "assemblea:%d, posto %d".formatted(pianoId, posto), "la riga manca")));
  }

  @Test
  void ilVotoSenzaPiuAnelloHaUnNomeAncheLui() {
    long voto = uno("select max(id) from voto");

    dopo(
        "update voto set catena_numero = null where id = " + voto,
        trovate -> assertThat(trovate).extracting(Alterazione::riga).contains("voto " + voto));
  }

  @Test
  void ilDocumentoCambiatoHaUnNome() {
    var verbale = fascicolo.delPiano(pianoId).get(0);
    var nome = "documento %d (%s)".formatted(verbale.id(), verbale.nomeFile());

    dopo(
        "update contenuto_fascicolo set contenuto = X'255044462D' where documento_id = "
            + verbale.id(),
        trovate ->
            assertThat(trovate)
                .containsExactly(new Alterazione(nome, "il file non ha più il suo SHA-256")));
    for (String modifica :
        List.of(
            "update documento_fascicolo set titolo = 'Altro' where id = ",
            "update documento_fascicolo set protocollo = '0009999/2024' where id = ",
            "delete from contenuto_fascicolo where documento_id = ")) {
      dopo(
          modifica + verbale.id(),
          trovate -> assertThat(trovate).extracting(Alterazione::riga).containsOnly(nome));
    }
  }

  @Test
  void riscrivereFileEImprontaInsiemeNonBasta() {
    var verbale = fascicolo.delPiano(pianoId).get(0);
    transazione.executeWithoutResult(
        stato -> {
          jdbc.sql("update contenuto_fascicolo set contenuto = X'00' where documento_id = ?")
              .param(verbale.id())
              .update();
          jdbc.sql("update documento_fascicolo set sha256 = ?, dimensione = 1 where id = ?")
              .params(
                  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", verbale.id())
              .update();
          assertThat(alterazioni())
              .singleElement()
              .satisfies(a -> assertThat(a.riga()).startsWith("documento " + verbale.id()));
          stato.setRollbackOnly();
        });
  }

  @Test
  void ilComandoEsceConZeroSeIntattoEConUnoNominandoLaRiga() {
    long voto = uno("select max(id) from voto where voto = 'FAVOREVOLE'");
    var intatto = esegui("verifica-integrita", "--spring.datasource.url=" + INDIRIZZO);
    assertThat(intatto.codice()).as(intatto.testo()).isZero();
    assertThat(intatto.testo())
        .contains("presenze e voti dell'Assemblea", "documenti del fascicolo", "intatte")
        .contains(registri.stream().map(RegistroDiProve::descrizione).toList());

    jdbc.sql("update voto set voto = 'ASTENUTO' where id = ?").param(voto).update();
    try {
      var alterato = esegui("verifica-integrita", "--spring.datasource.url=" + INDIRIZZO);
      assertThat(alterato.codice()).isEqualTo(1);
      assertThat(alterato.testo()).contains("ALTERATE", "voto " + voto);
    } finally {
      jdbc.sql("update voto set voto = 'FAVOREVOLE' where id = ?").param(voto).update();
    }
  }

  @Test
  void diNotteSiRileggeUnaVoltaSolaESiRicordaComeEAndata() {
    var giorno = LocalDate.of(2031, 1, 1);
    assertThat(notturna.esegui(giorno)).isTrue();
    assertThat(notturna.esegui(giorno)).as("l'altro nodo la trova fatta").isFalse();
    assertThat(notturna.ultima())
        .hasValueSatisfying(
            u -> {
              assertThat(u.alterazioni()).isZero();
              assertThat(u.eseguita()).isBetween(Instant.now().minusSeconds(60), Instant.now());
            });

    long voto = uno("select max(id) from voto where voto = 'FAVOREVOLE'");
    dopo(
        "update voto set voto = 'ASTENUTO' where id = " + voto,
        trovate -> {
          assertThat(notturna.esegui(giorno.plusDays(1))).isTrue();
          assertThat(notturna.ultima().orElseThrow().alterazioni()).isEqualTo(trovate.size());
        });
  }

  @Test
  void ilComandoSbagliatoEIlDatabaseCheNonCEEsconoConDue() {
    assertThat(esegui("verifica-tutto").codice()).isEqualTo(2);
    assertThat(esegui("verifica-tutto").testo())
        .contains("Comando sconosciuto: verifica-tutto", "verifica-integrita");
    assertThat(esegui("verifica-integrita", "altro").codice()).isEqualTo(2);
    var assente =
        esegui(
            "verifica-integrita", "--spring.datasource.url=jdbc:h2:file:./target/non-esiste/qui");
    assertThat(assente.codice()).isEqualTo(2);
    assertThat(assente.testo()).contains("La verifica non è stata eseguita");
  }

  private record Uscita(int codice, String testo) {}

  private static Uscita esegui(String... argomenti) {
    var testo = new ByteArrayOutputStream();
    var stampa = new PrintStream(testo, true, UTF_8);
    int codice = Comandi.esegui(argomenti, stampa, stampa);
    return new Uscita(codice, testo.toString(UTF_8));
  }

  /** Changes the database, looks, and takes the change back. */
  private void dopo(String modifica, java.util.function.Consumer<List<Alterazione>> guarda) {
    transazione.executeWithoutResult(
        stato -> {
          assertThat(jdbc.sql(modifica).update()).isPositive();
          guarda.accept(alterazioni());
          stato.setRollbackOnly();
        });
  }

  private List<Alterazione> alterazioni() {
    return verifica.verifica().stream().flatMap(e -> e.alterazioni().stream()).toList();
  }

  private long uno(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
