package it.pianodizona.esercizio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.pianodizona.PianoDiZonaApplication;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.Canale;
import it.pianodizona.coprogrammazione.ComandoDomanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.fascicolo.comando.VerificaIntegritaComando;
import it.pianodizona.simulazione.EntiSimulati;
import it.pianodizona.simulazione.Sorte;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The procedure of src/docs/esercizio.md on H2: closed while domande arrive, its file copied and
 * started elsewhere. On PostgreSQL it is tried by {@code src/prove/Topologia.java}.
 */
class SalvataggioTest {

  private static final String AMBITO = "50084";
  private static final int DOMANDE_AL_PIU = 500;
  private static final String ARCHIVIO = "archivio.mv.db";

  @TempDir private Path cartella;

  @AfterEach
  void tempoVero() {
    ClockUtil.reset();
  }

  @Test
  void ilFileCopiatoAdApplicazioneFermaRiparteAltrove() throws Exception {
    Map<String, Date> timer;
    int prima;
    int allaFine;
    try (var applicazione = avvia("originale")) {
      var avviso = pubblica(applicazione);
      timer = timer(applicazione);
      var arrivate = new AtomicInteger();
      var arrivi =
          CompletableFuture.runAsync(
              () -> {
                while (arrivate.get() < DOMANDE_AL_PIU) {
                  presenta(applicazione, avviso, arrivate.get() + 1);
                  arrivate.incrementAndGet();
                }
              });
      await().atMost(Duration.ofSeconds(60)).until(() -> arrivate.get() >= 5);
      prima = arrivate.get();
      applicazione.close();
      assertThat(arrivi).failsWithin(Duration.ofMinutes(1));
      allaFine = arrivate.get();
    }

    Files.copy(
        cartella.resolve("originale").resolve(ARCHIVIO),
        Files.createDirectories(cartella.resolve("ripristino")).resolve(ARCHIVIO));
    var testo = new ByteArrayOutputStream();
    var uscita = new PrintStream(testo, true, StandardCharsets.UTF_8);
    assertThat(
            VerificaIntegritaComando.esegui(
                List.of("--spring.datasource.url=" + indirizzo("ripristino")), uscita, uscita))
        .as(testo.toString(StandardCharsets.UTF_8))
        .isZero();
    try (var applicazione = avvia("ripristino")) {
      var jdbc = applicazione.getBean(JdbcClient.class);
      assertThat(uno(jdbc, "select count(*) from domanda")).isBetween(prima, allaFine + 1);
      // each domanda with a number of its own, and no number without its entry
      assertThat(uno(jdbc, "select count(distinct protocollo) from domanda"))
          .isEqualTo(uno(jdbc, "select count(*) from domanda"));
      // in one question: the copy is already at work
      assertThat(
              uno(
                  jdbc,
                  """
                  select (select sum(ultimo_numero) from registro_protocollo)
                    - (select count(*) from protocollo)"""))
          .isZero();
      assertThat(timer(applicazione)).containsAllEntriesOf(timer).isNotEmpty();
      scatta(applicazione, "Timer_ScadenzaDomande");
      assertThat(tasklist(applicazione)).isEqualTo(200);
    }
  }

  private ConfigurableApplicationContext avvia(String nome) {
    return new SpringApplicationBuilder(PianoDiZonaApplication.class)
        .run(
            "--spring.datasource.url=" + indirizzo(nome),
            "--pianodizona.posta.attiva=false",
            "--server.port=0",
            "--logging.level.root=warn");
  }

  private String indirizzo(String nome) {
    return "jdbc:h2:file:"
        + cartella.resolve(nome).resolve(ARCHIVIO.replace(".mv.db", ""))
        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=30000;OPTIMIZE_REUSE_RESULTS=FALSE";
  }

  /** The demonstration's notice, as its officials publish it. */
  private static String pubblica(ConfigurableApplicationContext applicazione) {
    completa(applicazione, "UserTask_RedigereAvviso", Map.of());
    completa(applicazione, "UserTask_ApprovareAvviso", Map.of("esito", "APPROVATO"));
    var avvisi = applicazione.getBean(Avvisi.class);
    await().atMost(Duration.ofSeconds(60)).until(() -> !avvisi.pubblicati().isEmpty());
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> lavoro(applicazione, "Timer_ScadenzaDomande") != null);
    return avvisi.pubblicati().get(0).numero();
  }

  private static void completa(
      ConfigurableApplicationContext applicazione, String compito, Map<String, Object> dati) {
    var compiti = applicazione.getBean(TaskService.class);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> compiti.createTaskQuery().taskDefinitionKey(compito).count() == 1);
    compiti.complete(
        compiti.createTaskQuery().taskDefinitionKey(compito).singleResult().getId(), dati);
  }

  private static void presenta(
      ConfigurableApplicationContext applicazione, String avviso, int numero) {
    var aree = applicazione.getBean(Avvisi.class).pubblicati().get(0).contenuto().codiciAree();
    applicazione
        .getBean(Domande.class)
        .presenta(
            new ComandoDomanda(
                avviso,
                Canale.WEB,
                EntiSimulati.domanda(AMBITO, numero, aree, new Sorte(1).di("ente", numero))));
  }

  private static Map<String, Date> timer(ConfigurableApplicationContext applicazione) {
    return applicazione.getBean(ManagementService.class).createJobQuery().timers().list().stream()
        .collect(Collectors.toMap(Job::getId, Job::getDuedate));
  }

  private static Job lavoro(ConfigurableApplicationContext applicazione, String nodo) {
    return applicazione
        .getBean(ManagementService.class)
        .createJobQuery()
        .activityId(nodo)
        .singleResult();
  }

  /** What waited in the original happens in the copy when its moment comes. */
  private static void scatta(ConfigurableApplicationContext applicazione, String nodo) {
    var motore = applicazione.getBean(ManagementService.class);
    motore.setJobDuedate(
        lavoro(applicazione, nodo).getId(), new Date(ClockUtil.now().getTime() - 1));
    await().atMost(Duration.ofSeconds(60)).until(() -> lavoro(applicazione, nodo) == null);
  }

  private static int tasklist(ConfigurableApplicationContext applicazione) throws Exception {
    int porta = ((ServletWebServerApplicationContext) applicazione).getWebServer().getPort();
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + porta + "/camunda/app/tasklist/default/"))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private static int uno(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }
}
