package it.pianodizona.notifiche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.comune.Termini;
import it.pianodizona.notifiche.Messaggi.Filtro;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
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
  private PostaInPartenza partenze;
  private PostaMancata mancata;
  private TransactionTemplate transazione;

  /** A database with the Anagrafica of Lombardy. */
  abstract DataSource database();

  @Configuration(proxyBeanMethods = false)
  @EnableTransactionManagement(proxyTargetClass = true)
  @Import({
    Messaggi.class,
    PostaInPartenza.class,
    PostaMancata.class,
    Riepiloghi.class,
    Scelte.class,
    SeAssente.class,
    Impaginazione.class,
    Recapiti.class
  })
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
          null,
          LocalTime.of(8, 0),
          Duration.ofSeconds(3),
          10,
          2,
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
    partenze = contesto.getBean(PostaInPartenza.class);
    mancata = contesto.getBean(PostaMancata.class);
    transazione = new TransactionTemplate(contesto.getBean(PlatformTransactionManager.class));
    var jdbc = contesto.getBean(JdbcTemplate.class);
    ProvaDiPosta.TABELLE.forEach(tabella -> jdbc.update("delete from " + tabella));
    jdbc.update(ProvaDiPosta.CORSIE_LIBERE);
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
          var primi = partenze.prendi(4, adesso, adesso.plusSeconds(120)).messaggi();
          var secondi = partenze.prendi(4, adesso, adesso.plusSeconds(120)).messaggi();
          assertThat(primi).hasSize(4);
          assertThat(secondi).hasSize(2).doesNotContainAnyElementsOf(primi);
        });
    assertThat(partenze.prendi(4, adesso, adesso.plusSeconds(120)).messaggi()).isEmpty();
    var dopo = partenze.prendi(9, adesso.plusSeconds(121), adesso.plusSeconds(241));
    assertThat(dopo.messaggi()).hasSize(6);
  }

  @Test
  void cioCheVaAUnIndirizzoEDiUnNodoAllaVoltaENelSuoOrdine() {
    for (int n = 1; n <= 3; n++) {
      accoda("tavolo:" + n, "uno@esempio.it");
    }
    var adesso = adesso();

    var prima = partenze.prendi(1, adesso, adesso.plusSeconds(120));
    assertThat(prima.messaggi()).extracting(Messaggio::riferimento).containsExactly("tavolo:1");
    assertThat(partenze.prendi(9, adesso, adesso.plusSeconds(120)).messaggi()).isEmpty();

    partenze.segnaInviati(prima.messaggi(), Recapito.SMTP);
    partenze.restituisci(prima);
    assertThat(partenze.prendi(9, adesso, adesso.plusSeconds(120)).messaggi())
        .extracting(Messaggio::riferimento)
        .containsExactly("tavolo:2", "tavolo:3");
  }

  @Test
  void chiRestituisceTardiNonLiberaCioCheEPassatoAUnAltro() {
    accoda("tavolo:1", "uno@esempio.it");
    var adesso = adesso();
    var lenta = partenze.prendi(1, adesso, adesso.plusSeconds(120));
    var scaduta = adesso.plusSeconds(120);
    assertThat(partenze.prendi(1, scaduta, scaduta.plusSeconds(120)).messaggi()).hasSize(1);

    partenze.restituisci(lenta);
    assertThat(partenze.prendi(1, scaduta, scaduta.plusSeconds(120)).messaggi()).isEmpty();
  }

  @Test
  void laCodaLungaDiUnNodoMortoNonFermaGliAltriIndirizzi() {
    for (int n = 1; n <= 12; n++) {
      accoda("tavolo:" + n, "uno@esempio.it");
    }
    var adesso = adesso();
    assertThat(partenze.prendi(1, adesso, adesso.plusSeconds(120)).messaggi()).hasSize(1);
    accoda("tavolo:1", "due@esempio.it");

    assertThat(partenze.prendi(1, adesso(), adesso.plusSeconds(120)).messaggi())
        .extracting(Messaggio::destinatarioEmail)
        .containsExactly("due@esempio.it");
  }

  @Test
  void ogniIndirizzoHaUnaCorsiaCheEsiste() {
    accoda("tavolo:1", enti(200));
    assertThat(partenze.prendi(200, adesso(), adesso().plusSeconds(120)).messaggi()).hasSize(200);
  }

  private static Instant adesso() {
    return Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MICROS);
  }

  @Test
  void dueEntiConLoStessoIndirizzoHannoUnaLetteraCiascuno() {
    var enti =
        List.of(
            new Destinatario("Cooperativa Ponte", "comune@esempio.it"),
            new Destinatario("Fondazione Ponte", "comune@esempio.it"),
            new Destinatario("COOPERATIVA Ponte", "comune@esempio.it"));
    accoda(Scopo.CONVOCAZIONE_TAVOLO, "tavolo:1", enti);
    accoda(Scopo.CONVOCAZIONE_TAVOLO, "tavolo:1", enti);

    assertThat(messaggi.elenco(Filtro.TUTTI, 1, 10).messaggi())
        .extracting(Messaggio::destinatarioNome)
        .containsExactlyInAnyOrder("Cooperativa Ponte", "Fondazione Ponte");
  }

  @Test
  void dueNodiScrivonoUnSoloRiepilogoAlGiorno() throws Exception {
    var riepiloghi = contesto.getBean(Riepiloghi.class);
    accoda(
        Scopo.VERBALE_IN_RITARDO,
        "incontro:1",
        List.of(new Destinatario("Ente", "uno@esempio.it")));
    var domani = ZonedDateTime.now(Termini.ROMA).plusDays(1);
    var nodi = Executors.newFixedThreadPool(4);
    var via = new CountDownLatch(1);
    var esiti =
        IntStream.range(0, 4)
            .mapToObj(
                n ->
                    nodi.submit(
                        () -> {
                          via.await();
                          riepiloghi.componi("uno@esempio.it", domani);
                          return null;
                        }))
            .toList();
    via.countDown();
    for (var esito : esiti) {
      esito.get(30, TimeUnit.SECONDS);
    }
    nodi.shutdown();
    assertThat(riepiloghiScritti()).isEqualTo(1);

    // more of the same day, after today's has been written
    accoda(
        Scopo.VERBALE_IN_RITARDO,
        "incontro:2",
        List.of(new Destinatario("Ente", "uno@esempio.it")));
    riepiloghi.componi("uno@esempio.it", domani);
    assertThat(riepiloghiScritti()).isEqualTo(1);
    riepiloghi.componi("uno@esempio.it", domani.plusDays(1));
    assertThat(riepiloghiScritti()).isEqualTo(2);
    assertThat(
            messaggi
                .elenco(new Filtro(null, Scopo.VERBALE_IN_RITARDO, StatoMessaggio.RIUNITO), 1, 9)
                .totale())
        .isEqualTo(2);
  }

  @Test
  void chiRinunciaNonRiceveIFacoltativiNeancheQuelliGiaInCodaESiSaPerche() {
    var scelte = contesto.getBean(Scelte.class);
    accoda("tavolo:1", "Uno@esempio.it", "due@esempio.it");
    accoda(
        Scopo.VERBALE_IN_RITARDO,
        "incontro:1",
        List.of(new Destinatario("Ente", "uno@esempio.it")));
    accoda(
        Scopo.CONVOCAZIONE_TAVOLO, "tavolo:1", List.of(new Destinatario("Ente", "uno@esempio.it")));
    var gettone =
        contesto
            .getBean(JdbcTemplate.class)
            .queryForObject(
                "select gettone from casella where email = 'uno@esempio.it'", String.class);
    assertThat(gettone).hasSize(43);

    assertThat(scelte.scegli(gettone, false, Scelte.Modo.UN_CLIC))
        .hasValueSatisfying(c -> assertThat(c.facoltativi()).isFalse());
    scelte.scegli(gettone, false, Scelte.Modo.UN_CLIC);
    accoda("tavolo:2", "uno@esempio.it");

    assertThat(stati("uno@"))
        .containsExactly(
            StatoMessaggio.RINUNCIATO,
            StatoMessaggio.IN_CODA,
            StatoMessaggio.RINUNCIATO,
            StatoMessaggio.RINUNCIATO);
    assertThat(stati("due@")).containsExactly(StatoMessaggio.IN_CODA);

    scelte.scegli(gettone, true, Scelte.Modo.PAGINA);
    accoda("tavolo:3", "uno@esempio.it");
    assertThat(stati("uno@")).startsWith(StatoMessaggio.IN_CODA);
    assertThat(
            contesto
                .getBean(JdbcTemplate.class)
                .queryForObject("select count(*) from scelta_posta", Integer.class))
        .as("una riga per ogni cambio di scelta")
        .isEqualTo(2);
    assertThat(scelte.scegli("inventato", false, Scelte.Modo.PAGINA)).isEmpty();
  }

  @Test
  void ilRinvioAUnAltroIndirizzoLasciaLOriginaleComEra() {
    accoda("tavolo:1", "sbagliato@esempio.it");
    var originale = messaggi.elenco(Filtro.TUTTI, 1, 9).messaggi().get(0);
    partenze.segnaFallito(originale.id(), "550 casella inesistente");

    long nuovo = messaggi.inviaDiNuovo(originale.id(), "giusto@esempio.it", "udp");

    var copia = messaggi.messaggio(nuovo).orElseThrow();
    assertThat(copia.destinatarioEmail()).isEqualTo("giusto@esempio.it");
    assertThat(copia.stato()).isEqualTo(StatoMessaggio.IN_CODA);
    assertThat(copia.originaleId()).isEqualTo(originale.id());
    assertThat(copia.messageId()).isNotEqualTo(originale.messageId());
    assertThat(copia.oggetto()).isEqualTo(originale.oggetto());
    assertThat(copia.disiscrizione()).isNotEqualTo(originale.disiscrizione());
    assertThat(copia.testo())
        .contains(copia.disiscrizione().replace("/rinuncia-immediata", ""))
        .doesNotContain(originale.disiscrizione().replace("/rinuncia-immediata", ""));
    assertThat(messaggi.messaggio(originale.id()).orElseThrow())
        .returns("sbagliato@esempio.it", Messaggio::destinatarioEmail)
        .returns(StatoMessaggio.FALLITO, Messaggio::stato);
    assertThat(messaggi.reinvii(originale.id()))
        .singleElement()
        .returns(nuovo, Messaggi.Reinvio::nuovoId)
        .returns("udp", Messaggi.Reinvio::chi)
        .returns("giusto@esempio.it", Messaggi.Reinvio::email);
    assertThat(daSistemare()).isZero();

    assertThatThrownBy(() -> messaggi.inviaDiNuovo(originale.id(), "giusto@esempio.it", "udp"))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("già stato scritto");
    assertThatThrownBy(() -> messaggi.inviaDiNuovo(originale.id(), "non un indirizzo", "udp"))
        .isInstanceOf(DatoNonValido.class);
    assertThatThrownBy(() -> messaggi.inviaDiNuovo(nuovo, "altro@esempio.it", "udp"))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("solo un messaggio non recapitato");

    partenze.segnaFallito(nuovo, "550 anche questa");
    assertThat(daSistemare()).as("entrambi gli indirizzi rifiutano").isEqualTo(2);
  }

  @Test
  void ilRimbalzoSiContaUnaVoltaEDiceIlMotivo() {
    accoda("tavolo:1", "uno@esempio.it");
    var inviato = messaggi.elenco(Filtro.TUTTI, 1, 9).messaggi().get(0);
    partenze.segnaInviati(List.of(inviato), Recapito.SMTP);
    var avviso =
        new AvvisoDiRitorno("<a@mta>", inviato.messageId(), true, "uno@esempio.it", "550 piena");

    assertThat(mancata.segnaRimbalzato(avviso)).isTrue();
    var rimbalzato = messaggi.messaggio(inviato.id()).orElseThrow();
    assertThat(rimbalzato.stato()).isEqualTo(StatoMessaggio.FALLITO);
    assertThat(rimbalzato.ultimoErrore()).isEqualTo("Tornato indietro: 550 piena");
    assertThat(mancata.daSegnalare(PostaMancata.Segnalazione.DA_APRIRE, 9)).hasSize(1);

    // sent again: the old notice, read twice, does not undo it
    messaggi.inviaDiNuovo(inviato.id(), "uno@esempio.it", "udp");
    partenze.segnaInviati(List.of(inviato), Recapito.SMTP);
    assertThat(mancata.segnaRimbalzato(avviso)).isTrue();
    assertThat(messaggi.messaggio(inviato.id()).orElseThrow().stato())
        .isEqualTo(StatoMessaggio.INVIATO);
    assertThat(mancata.rimbalzi(rimbalzato)).hasSize(1);
    assertThat(
            mancata.segnaRimbalzato(
                new AvvisoDiRitorno("<b@mta>", "<altrui@altrove>", true, null, "550")))
        .isFalse();
  }

  @Test
  void mentreUnNodoStaPrendendoLAltroNonAspetta() throws Exception {
    accoda("tavolo:1", enti(2));
    var jdbc = contesto.getBean(JdbcTemplate.class);
    var altro = Executors.newSingleThreadExecutor();
    transazione.executeWithoutResult(
        stato -> {
          jdbc.queryForList(
              "select numero from corsia_posta where numero = ? for update",
              PostaInPartenza.corsia("ente1@esempio.it"));
          var adesso = adesso();
          var presi =
              altro.submit(() -> partenze.prendi(4, adesso, adesso.plusSeconds(120)).messaggi());
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

  private void accoda(Scopo scopo, String riferimento, List<Destinatario> destinatari) {
    transazione.executeWithoutResult(
        stato -> messaggi.accoda(scopo, riferimento, PIANO, destinatari, LETTERA, null));
  }

  private long riepiloghiScritti() {
    return messaggi.elenco(new Filtro(null, Scopo.RIEPILOGO, null), 1, 9).totale();
  }

  private long daSistemare() {
    return messaggi
        .elenco(new Filtro(null, null, null, true, List.of(PIANO.codiceAmbito())), 1, 9)
        .totale();
  }

  /** The newest first. */
  private List<StatoMessaggio> stati(String destinatario) {
    return messaggi.elenco(new Filtro(destinatario, null, null), 1, 9).messaggi().stream()
        .map(Messaggio::stato)
        .toList();
  }

  private static String[] enti(int quanti) {
    return IntStream.rangeClosed(1, quanti)
        .mapToObj(n -> "ente" + n + "@esempio.it")
        .toArray(String[]::new);
  }
}
