package it.pianodizona.accordo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import it.pianodizona.anagrafica.AnagraficaFixture;
import it.pianodizona.assemblea.Appello;
import it.pianodizona.assemblea.Appello.Dichiarazioni;
import it.pianodizona.assemblea.Assemblea;
import it.pianodizona.assemblea.Componente;
import it.pianodizona.assemblea.Convocazione;
import it.pianodizona.assemblea.Punto;
import it.pianodizona.assemblea.Votazione;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.Scadenze;
import it.pianodizona.piano.Triennio;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** From the notice of the Assemblea to the transmission of the Accordo, on PostgreSQL. */
class AccordoPostgresTest {

  private static final Orologio OROLOGIO = new Orologio();

  private static EmbeddedPostgres postgres;
  private static AnnotationConfigApplicationContext contesto;

  /** A clock that the test sets. */
  private static final class Orologio extends Clock {
    private ZonedDateTime adesso;

    void segna(String dataOra) {
      adesso = LocalDateTime.parse(dataOra).atZone(Termini.ROMA);
    }

    @Override
    public ZoneId getZone() {
      return Termini.ROMA;
    }

    @Override
    public Clock withZone(ZoneId zona) {
      return Clock.fixed(instant(), zona);
    }

    @Override
    public Instant instant() {
      return adesso.toInstant();
    }
  }

  @EnableTransactionManagement(proxyTargetClass = true)
  static class Servizi {}

  @BeforeAll
  static void avvia() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
    var lombardia = AnagraficaFixture.su(postgres.getPostgresDatabase()).importata();
    contesto = new AnnotationConfigApplicationContext();
    var bean = contesto.getBeanFactory();
    bean.registerSingleton("anagrafica", lombardia.anagrafica());
    bean.registerSingleton("jdbcTemplate", lombardia.jdbcTemplate());
    bean.registerSingleton("jdbcClient", JdbcClient.create(lombardia.jdbcTemplate()));
    bean.registerSingleton("transactionManager", lombardia.transactionManager());
    bean.registerSingleton("orologio", OROLOGIO);
    contesto.register(Servizi.class, Scadenze.class, Piani.class, Assemblea.class, Accordi.class);
    contesto.refresh();
  }

  @AfterAll
  static void ferma() throws IOException {
    contesto.close();
    postgres.close();
  }

  @Test
  void dallaConvocazioneAllaTrasmissione() {
    OROLOGIO.segna("2024-10-21T09:00");
    var piani = contesto.getBean(Piani.class);
    piani.registra(
        Triennio.di(
            "2025-2027", "DGR XII/2167 del 15/04/2024", LocalDate.of(2024, 12, 10), "2025-2027"));
    long piano = piani.avvia("2025-2027", List.of("50084")).get(0).pianoId();

    approvaInAssemblea(piano);
    firmaETrasmetti(piano);
  }

  private static void approvaInAssemblea(long piano) {
    var assemblea = contesto.getBean(Assemblea.class);
    long approvazione = assemblea.apriApprovazione(piano);
    var prima = OROLOGIO.adesso.plusDays(8);
    var seduta =
        assemblea.convoca(
            approvazione,
            new Convocazione(prima, prima.plusDays(1), "Clusone", "Piano di Zona", false));
    assemblea.inviaConvocazione(seduta.id());
    OROLOGIO.segna("2024-10-29T09:30");
    Set<String> tutti =
        assemblea.componenti(seduta).stream()
            .map(Componente::codiceIstat)
            .collect(Collectors.toSet());

    var esito =
        assemblea.registra(
            seduta.id(),
            new Appello(
                tutti,
                Set.of("016077"),
                Map.of("016077", "Anna Riva, assessora"),
                new Dichiarazioni(Set.of("016116"), Set.of("016012")),
                Dichiarazioni.NESSUNA));

    assertThat(esito.approvato()).isTrue();
    assertThat(assemblea.votazioni(approvazione))
        .extracting(Votazione::punto, v -> v.quorum().comuniPresenti())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Punto.PIANO, 24),
            org.assertj.core.groups.Tuple.tuple(Punto.SCHEMA_ACCORDO, 23));
    assemblea.registraDelibera(approvazione, "12/2024", LocalDate.of(2024, 10, 29));
  }

  private static void firmaETrasmetti(long piano) {
    var accordi = contesto.getBean(Accordi.class);
    var oggi = LocalDate.of(2024, 10, 29);
    var accordo = accordi.apri(piano, Termini.fineGiorno(LocalDate.of(2024, 12, 10)));
    var firma = new AttoDiFirma("Anna Riva", "Sindaca", "delibera 45/2024", oggi, oggi);
    var enti = accordi.firmatari(accordo.id());
    assertThat(enti).hasSize(26);
    accordi.firma(enti.get(0).firmaId(), firma);
    assertThatThrownBy(() -> accordi.firma(enti.get(0).firmaId(), firma))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("ha già risposto");
    OROLOGIO.segna("2024-11-10T09:00");
    accordi.sollecita(accordo.id());
    accordi.sollecita(accordo.id());
    assertThat(accordi.mancanti(accordo.id())).hasSize(25);
    enti.stream().skip(1).forEach(ente -> accordi.firma(ente.firmaId(), firma));

    accordi.approva(accordo.id(), "decreto 7/2024", oggi, null);
    accordi.trasmetti(accordo.id(), oggi, "0012345/2024");

    assertThat(accordi.dataUltimaFirma(piano)).contains(oggi);
    assertThat(accordi.trasmesso(piano)).isTrue();
  }
}
