package it.pianodizona.notifiche;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.comune.Termini;
import it.pianodizona.notifiche.Messaggi.Filtro;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** What the outbox promises on every database it runs on. */
abstract class MessaggiContratto {

  private static final RiferimentoPiano PIANO = new RiferimentoPiano(1, "50084", "2025-2027");
  private static final Lettera LETTERA =
      Lettera.su("Prova").fatto("Prova.").daFare("Niente.").fine();

  private AnnotationConfigApplicationContext contesto;
  private Messaggi messaggi;
  private TransactionTemplate transazione;

  /** A database with the Anagrafica of Lombardy. */
  abstract DataSource database();

  @Configuration(proxyBeanMethods = false)
  @EnableTransactionManagement(proxyTargetClass = true)
  @Import({Messaggi.class, Impaginazione.class, Recapiti.class})
  static class Stanza {

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
      return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
      return new JdbcTemplate(dataSource);
    }

    @Bean
    NamedParameterJdbcTemplate lotti(JdbcTemplate jdbc) {
      return new NamedParameterJdbcTemplate(jdbc);
    }

    @Bean
    JdbcClient jdbcClient(JdbcTemplate jdbc) {
      return JdbcClient.create(jdbc);
    }

    @Bean
    Anagrafica anagrafica(
        JdbcClient jdbc, JdbcTemplate jdbcTemplate, PlatformTransactionManager transazioni) {
      return new Anagrafica(jdbc, jdbcTemplate, transazioni);
    }

    @Bean
    Clock orologio() {
      return Clock.system(Termini.ROMA);
    }

    @Bean
    PostaProperties posta() {
      return new PostaProperties(
          false,
          "pianodizona@esempio.it",
          "Piano di Zona",
          Duration.ofSeconds(3),
          10,
          Duration.ofMinutes(2),
          3,
          Duration.ofMinutes(1),
          Duration.ofHours(2),
          Duration.ofHours(2));
    }

    @Bean
    RecapitiProperties recapiti() {
      return new RecapitiProperties(
          "http://localhost:8080", new RecapitiProperties.Regione("Regione", null));
    }
  }

  @BeforeEach
  void apri() {
    contesto = new AnnotationConfigApplicationContext();
    contesto.registerBean(DataSource.class, this::database);
    contesto.register(Stanza.class);
    contesto.refresh();
    messaggi = contesto.getBean(Messaggi.class);
    transazione = new TransactionTemplate(contesto.getBean(PlatformTransactionManager.class));
    contesto.getBean(JdbcTemplate.class).update("delete from messaggio");
  }

  @AfterEach
  void chiudi() {
    contesto.close();
  }

  @Test
  void unaRipetizioneScriveSoloCioCheManca() {
    accoda("tavolo:1", "uno@esempio.it", "due@esempio.it");
    accoda("tavolo:1", "due@esempio.it", "tre@esempio.it", "tre@esempio.it");

    assertThat(messaggi.elenco(Filtro.TUTTI, 1, 10).messaggi())
        .extracting(Messaggio::destinatarioEmail)
        .containsExactlyInAnyOrder("uno@esempio.it", "due@esempio.it", "tre@esempio.it");
  }

  @Test
  void loStessoEventoNelloStessoIstanteNonFallisceENonRaddoppia() throws Exception {
    var insieme = Executors.newFixedThreadPool(4);
    var via = new CountDownLatch(1);
    var esiti =
        IntStream.range(0, 4)
            .mapToObj(
                n ->
                    insieme.submit(
                        () -> {
                          via.await();
                          accoda("tavolo:1", "uno@esempio.it", "due@esempio.it");
                          return null;
                        }))
            .toList();
    via.countDown();
    for (var esito : esiti) {
      esito.get(30, TimeUnit.SECONDS);
    }
    insieme.shutdown();

    assertThat(messaggi.elenco(Filtro.TUTTI, 1, 10).totale()).isEqualTo(2);
  }

  @Test
  void dueNodiNonPrendonoLoStessoMessaggio() {
    accoda("tavolo:1", enti(6));
    var adesso = Instant.now().plusSeconds(1);

    // the second takes while the first has not committed yet
    transazione.executeWithoutResult(
        stato -> {
          var primi = messaggi.prendi(4, adesso, adesso.plusSeconds(120));
          var secondi = messaggi.prendi(4, adesso, adesso.plusSeconds(120));
          assertThat(primi).hasSize(4);
          assertThat(secondi).hasSize(2).doesNotContainAnyElementsOf(primi);
        });
    assertThat(messaggi.prendi(4, adesso, adesso.plusSeconds(120))).isEmpty();
    assertThat(messaggi.prendi(9, adesso.plusSeconds(121), adesso.plusSeconds(241))).hasSize(6);
  }

  @Test
  void mentreUnNodoStaPrendendoLAltroNonAspetta() throws Exception {
    accoda("tavolo:1", enti(2));
    var jdbc = contesto.getBean(JdbcTemplate.class);
    var altro = Executors.newSingleThreadExecutor();
    transazione.executeWithoutResult(
        stato -> {
          jdbc.queryForList("select id from messaggio order by id limit 1 for update");
          var adesso = Instant.now().plusSeconds(1);
          var presi = altro.submit(() -> messaggi.prendi(4, adesso, adesso.plusSeconds(120)));
          assertThat(presi).succeedsWithin(Duration.ofSeconds(5)).asList().hasSize(1);
        });
    altro.shutdown();
  }

  @Test
  void lElencoSiFiltraESiSfoglia() {
    accoda("tavolo:1", enti(5));

    var prima = messaggi.elenco(Filtro.TUTTI, 1, 2);
    assertThat(prima.messaggi())
        .extracting(Messaggio::destinatarioEmail)
        .containsExactly("ente5@esempio.it", "ente4@esempio.it");
    assertThat(prima.ultima()).isEqualTo(3);
    assertThat(messaggi.elenco(Filtro.TUTTI, 99, 2).messaggi()).hasSize(1);
    assertThat(messaggi.elenco(new Filtro("ENTE3@", null, null), 1, 9).messaggi()).hasSize(1);
    assertThat(messaggi.elenco(new Filtro("100%", null, null), 1, 9).messaggi()).isEmpty();
    assertThat(
            messaggi
                .elenco(new Filtro("ente", Scopo.PROMEMORIA_TAVOLO, StatoMessaggio.IN_CODA), 1, 9)
                .totale())
        .isEqualTo(5);
    assertThat(messaggi.elenco(new Filtro(null, null, StatoMessaggio.INVIATO), 1, 9).totale())
        .isZero();
  }

  private void accoda(String riferimento, String... indirizzi) {
    var destinatari = Arrays.stream(indirizzi).map(i -> new Destinatario("Ente", i)).toList();
    transazione.executeWithoutResult(
        stato ->
            messaggi.accoda(
                Scopo.PROMEMORIA_TAVOLO, riferimento, PIANO, destinatari, LETTERA, null));
  }

  private static String[] enti(int quanti) {
    return IntStream.rangeClosed(1, quanti)
        .mapToObj(n -> "ente" + n + "@esempio.it")
        .toArray(String[]::new);
  }
}
