package it.pianodizona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application as it runs on a desk, in a process of its own on an H2 file, killed at the worst
 * moments: nothing that was answered is lost, nothing that was queued is forgotten or happens
 * twice.
 */
class RipartenzaTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ATTESA = Duration.ofSeconds(120);
  private static final DateTimeFormatter ISTANTE_REST =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

  @TempDir Path cartella;

  private Applicazione applicazione;
  private GreenMail posta;
  private int portaPosta;

  @BeforeEach
  void prepara() throws IOException {
    // nobody listens here until a step opens the mail server
    try (var presa = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      portaPosta = presa.getLocalPort();
    }
    applicazione = new Applicazione(cartella, portaPosta);
  }

  @AfterEach
  void ferma() {
    applicazione.uccidi();
    if (posta != null) {
      posta.stop();
    }
  }

  @Test
  void uccisaNeiMomentiPeggioriRiprendeDaDoveEra() {
    uccisaAppenaRispostoIlCompitoRestaCompletatoEIlSuccessivoParte();
    var attesi = uccisaColServerDiPostaSpentoIMessaggiRestanoInCoda();
    var ripetuto = uccisaDopoAverConsegnatoUnMessaggioPrimaDiSaperlo();
    ogniMessaggioArrivaUnaVoltaSola(attesi, ripetuto);
    uccisaUnAttimoPrimaDiUnaScadenzaLaScadenzaScattaUnaVolta(ripetuto);
  }

  /**
   * The answer is out and the next step, which numbers and publishes the notice, has just begun.
   */
  private void uccisaAppenaRispostoIlCompitoRestaCompletatoEIlSuccessivoParte() {
    applicazione.avvia();
    applicazione.completa("udp", applicazione.compito("udp", "UserTask_RedigereAvviso"), Map.of());
    var approvare = applicazione.compito("rup", "UserTask_ApprovareAvviso");
    var orologio = applicazione.orologio();
    applicazione.completa(
        "rup", approvare, Map.of("esito", Map.of("value", "APPROVATO", "type", "String")));
    applicazione.uccidi();
    ilProtocolloNonHaBuchi(applicazione.copiaArchivio());

    applicazione.avvia();
    lOrologioRiprendeDa(orologio);
    applicazione.timerDi("Timer_ScadenzaDomande");
    assertThat(applicazione.compiti("udp", "UserTask_RedigereAvviso")).isEmpty();
    assertThat(applicazione.compiti("rup", "UserTask_ApprovareAvviso")).isEmpty();
    assertThat(applicazione.svolte("UserTask_ApprovareAvviso")).isEqualTo(1);
    assertThat(applicazione.svolte("ServiceTask_PubblicareAvviso")).isEqualTo(1);
  }

  /** Gives back the Message-IDs of what waits in the queue. */
  private List<String> uccisaColServerDiPostaSpentoIMessaggiRestanoInCoda() {
    applicazione.premi("/demo/domande", "");
    // the mail of a domanda is written with the start of its procedure
    applicazione.attendi(
        "quattro domande da istruire",
        () -> applicazione.compiti("udp", "UserTask_IstruireDomanda").size() == 4);
    applicazione.uccidi();

    var archivio = applicazione.copiaArchivio();
    assertThat(archivio.numero("select count(*) from domanda")).isEqualTo(4);
    assertThat(archivio.numero("select count(*) from messaggio where stato <> 'IN_CODA'")).isZero();
    ilProtocolloNonHaBuchi(archivio);
    var attesi = archivio.colonna("select message_id from messaggio");
    assertThat(attesi).hasSizeGreaterThanOrEqualTo(4);
    return attesi;
  }

  /** Killed when the server has the third message and its answer is still on the way. */
  private String uccisaDopoAverConsegnatoUnMessaggioPrimaDiSaperlo() {
    var arrivati = new AtomicInteger();
    var ultimo = new AtomicReference<String>();
    accendiPosta();
    posta
        .getUserManager()
        .setMessageDeliveryHandler(
            (messaggio, indirizzo) -> {
              if (arrivati.incrementAndGet() == 3) {
                ultimo.set(messaggio.getMessage().getMessageID());
                applicazione.uccidi();
              }
              var gestore = posta.getUserManager();
              var utente = gestore.getUserByEmail(indirizzo.getEmail());
              return utente != null
                  ? utente
                  : gestore.createUser(indirizzo.getEmail(), indirizzo.getEmail(), "");
            });
    applicazione.avviaSenzaAspettare();
    await().atMost(ATTESA).until(() -> ultimo.get() != null && !applicazione.viva());
    return ultimo.get();
  }

  private void ogniMessaggioArrivaUnaVoltaSola(List<String> attesi, String ripetuto) {
    applicazione.avvia();
    applicazione.attendi("posta recapitata", () -> ricevuti().containsAll(attesi));
    // one more round of the worker: nothing must follow
    applicazione.attendi("messaggio ripetuto", () -> quanteVolte(ripetuto) == 2);
    assertThat(ricevuti()).doesNotContainNull().allMatch(attesi::contains);
    ogniAltroUnaVolta(ripetuto);
    assertThat(applicazione.compiti("udp", "UserTask_IstruireDomanda")).hasSize(4);
  }

  private void uccisaUnAttimoPrimaDiUnaScadenzaLaScadenzaScattaUnaVolta(String ripetuto) {
    applicazione.premi("/demo/giorno", "giorno=2024-09-16");
    var scadenza = OffsetDateTime.parse("2024-09-16T09:00:08+02:00");
    var promemoria = applicazione.timerDi("Timer_Promemoria");
    applicazione.spostaTimer(promemoria, scadenza);
    var timer = applicazione.timer();
    assertThat(timer)
        .hasSizeGreaterThanOrEqualTo(6)
        .containsEntry(promemoria, scadenza.toInstant());
    var orologio = applicazione.orologio();
    applicazione.uccidi();
    assertThat(orologio).isBefore(scadenza.toInstant());

    applicazione.avvia();
    lOrologioRiprendeDa(orologio);
    applicazione.attendi(
        "scadenza scattata", () -> applicazione.svolte("ServiceTask_RicordareScadenza") == 1);
    assertThat(applicazione.orologio()).isAfterOrEqualTo(scadenza.toInstant());
    timer.remove(promemoria);
    assertThat(applicazione.timer()).isEqualTo(timer);

    // the next one by the clock's button
    applicazione.premi("/demo/salta", "");
    applicazione.compito("rup", "UserTask_ApprovareElencoAmmessi");
    assertThat(applicazione.svolte("Timer_ScadenzaDomande")).isEqualTo(1);
    assertThat(applicazione.svolte("Timer_Promemoria")).isEqualTo(1);
    applicazione.uccidi();

    var archivio = applicazione.copiaArchivio();
    ilProtocolloNonHaBuchi(archivio);
    assertThat(
            archivio.colonna(
                "select message_id from messaggio where scopo = 'SCADENZA_DOMANDE_VICINA'"))
        .hasSize(1);
    ogniAltroUnaVolta(ripetuto);
  }

  private void accendiPosta() {
    posta = new GreenMail(new ServerSetup(portaPosta, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    posta.start();
  }

  private List<String> ricevuti() {
    return Arrays.stream(posta.getReceivedMessages()).map(RipartenzaTest::messageId).toList();
  }

  private long quanteVolte(String messageId) {
    return ricevuti().stream().filter(messageId::equals).count();
  }

  private void ogniAltroUnaVolta(String ripetuto) {
    assertThat(ricevuti().stream().filter(id -> !id.equals(ripetuto))).doesNotHaveDuplicates();
    assertThat(quanteVolte(ripetuto)).isEqualTo(2);
  }

  private static String messageId(MimeMessage messaggio) {
    try {
      return messaggio.getMessageID();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static void ilProtocolloNonHaBuchi(Archivio archivio) {
    var numeri = archivio.colonna("select numero from protocollo order by numero");
    assertThat(numeri)
        .isEqualTo(IntStream.rangeClosed(1, numeri.size()).mapToObj(String::valueOf).toList());
    assertThat(archivio.numero("select coalesce(max(ultimo_numero), 0) from registro_protocollo"))
        .isEqualTo(numeri.size());
  }

  private void lOrologioRiprendeDa(Instant prima) {
    assertThat(Duration.between(prima, applicazione.orologio()).abs())
        .isLessThanOrEqualTo(Duration.ofSeconds(60));
  }

  /** What the file holds, read from a copy: opening the file itself would repair it. */
  private record Archivio(String url) {

    List<String> colonna(String sql) {
      try (var connessione = DriverManager.getConnection(url, "sa", "");
          var comando = connessione.createStatement();
          var righe = comando.executeQuery(sql)) {
        var valori = new ArrayList<String>();
        while (righe.next()) {
          valori.add(righe.getString(1));
        }
        return valori;
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }

    int numero(String sql) {
      return Integer.parseInt(colonna(sql).get(0));
    }
  }

  /** One installation: a folder, and at most one process that works on it. */
  private static final class Applicazione {

    private static final Pattern PORTA = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern GETTONE = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Path cartella;
    private final int portaPosta;
    private final HttpClient browser =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private Process processo;
    private Path registro;
    private int porta;
    private int avvii;

    Applicazione(Path cartella, int portaPosta) {
      this.cartella = cartella;
      this.portaPosta = portaPosta;
    }

    void avvia() {
      avviaSenzaAspettare();
      attendi(
          "porta aperta",
          () -> {
            var riga = PORTA.matcher(Files.readString(registro));
            if (riga.find()) {
              porta = Integer.parseInt(riga.group(1));
            }
            return porta > 0 && invia(richiesta("/actuator/health").build()).statusCode() == 200;
          });
    }

    synchronized void avviaSenzaAspettare() {
      registro = cartella.resolve("avvio-" + ++avvii + ".log");
      porta = 0;
      // the application alone, without the beans of the tests
      var classi =
          Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
              .filter(voce -> !voce.endsWith("test-classes"))
              .collect(Collectors.joining(File.pathSeparator));
      var comando =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Duser.timezone=Europe/Rome",
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-Xmx512m",
              "-cp",
              classi,
              "it.pianodizona.PianoDiZonaApplication",
              "--server.port=0",
              "--spring.datasource.url=jdbc:h2:file:./archivio;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;OPTIMIZE_REUSE_RESULTS=FALSE",
              "--spring.mail.host=127.0.0.1",
              "--spring.mail.port=" + portaPosta,
              "--pianodizona.posta.intervallo=500ms",
              "--pianodizona.posta.prima-attesa=1s",
              "--pianodizona.posta.attesa-massima=1s",
              "--pianodizona.posta.prenotazione=5s",
              "--pianodizona.posta.tentativi=1000");
      try {
        processo =
            new ProcessBuilder(comando)
                .directory(cartella.toFile())
                .redirectErrorStream(true)
                .redirectOutput(registro.toFile())
                .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** SIGKILL: no shutdown hook runs. */
    synchronized void uccidi() {
      if (processo != null) {
        processo.destroyForcibly();
        processo.onExit().join();
      }
    }

    synchronized boolean viva() {
      return processo.isAlive();
    }

    Archivio copiaArchivio() {
      try {
        var copia = cartella.resolve("copia-" + avvii);
        Files.copy(cartella.resolve("archivio.mv.db"), Path.of(copia + ".mv.db"));
        return new Archivio("jdbc:h2:file:" + copia);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void attendi(String cosa, Callable<Boolean> condizione) {
      await(cosa)
          .atMost(ATTESA)
          .pollInterval(Duration.ofMillis(100))
          .until(
              () -> {
                if (!viva()) {
                  throw new AssertionError(
                      "L'applicazione si è fermata:\n" + Files.readString(registro));
                }
                try {
                  return condizione.call();
                } catch (UncheckedIOException nonAncoraInAscolto) {
                  return false;
                }
              });
    }

    /** Id of the one open task with this name in the model, as this user sees it. */
    String compito(String utente, String nome) {
      attendi(nome, () -> compiti(utente, nome).size() == 1);
      return compiti(utente, nome).get(0);
    }

    List<String> compiti(String utente, String nome) {
      return elenco(rest(utente, "/task?taskDefinitionKey=" + nome), riga -> riga.get("id"));
    }

    /** Back when the completion was answered, hence committed. */
    void completa(String utente, String compito, Map<String, ?> variabili) {
      try {
        var risposta =
            invia(
                autenticata(utente, "/task/" + compito + "/complete")
                    .POST(
                        BodyPublishers.ofString(
                            JSON.writeValueAsString(Map.of("variables", variabili))))
                    .build());
        assertThat(risposta.statusCode()).as(risposta.body()).isEqualTo(204);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** How many times a node of a model was completed. */
    int svolte(String nodo) {
      return rest("admin", "/history/activity-instance?finished=true&activityId=" + nodo).size();
    }

    /** Due dates of the waiting timers, by id. */
    Map<String, Instant> timer() {
      var timer = new TreeMap<String, Instant>();
      rest("admin", "/job?timers=true")
          .forEach(
              riga ->
                  timer.put(
                      riga.get("id").asText(),
                      OffsetDateTime.parse(riga.get("dueDate").asText(), ISTANTE_REST)
                          .toInstant()));
      return timer;
    }

    /** Id of the one timer that waits at this node. */
    String timerDi(String nodo) {
      attendi(nodo, () -> timerIn(nodo).size() == 1);
      return timerIn(nodo).get(0);
    }

    private List<String> timerIn(String nodo) {
      return elenco(rest("admin", "/job?activityId=" + nodo), riga -> riga.get("id"));
    }

    void spostaTimer(String timer, OffsetDateTime scadenza) {
      var risposta =
          invia(
              autenticata("admin", "/job/" + timer + "/duedate")
                  .PUT(
                      BodyPublishers.ofString(
                          "{\"duedate\":\"" + scadenza.format(ISTANTE_REST) + "\"}"))
                  .build());
      assertThat(risposta.statusCode()).isEqualTo(204);
    }

    Instant orologio() {
      var risposta = invia(richiesta("/api/demo/orologio").build());
      return OffsetDateTime.parse(json(risposta).get("adesso").asText()).toInstant();
    }

    void premi(String percorso, String dati) {
      var risposta = invia(modulo(percorso, dati));
      assertThat(risposta.statusCode()).as(risposta.body()).isEqualTo(302);
    }

    private HttpRequest modulo(String percorso, String dati) {
      var pagina = GETTONE.matcher(invia(richiesta("/demo").build()).body());
      assertThat(pagina.find()).isTrue();
      return richiesta(percorso)
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString("_csrf=" + pagina.group(1) + "&" + dati))
          .build();
    }

    private JsonNode rest(String utente, String percorso) {
      return json(invia(autenticata(utente, percorso).build()));
    }

    private static List<String> elenco(JsonNode righe, Function<JsonNode, JsonNode> campo) {
      var valori = new ArrayList<String>();
      righe.forEach(riga -> valori.add(campo.apply(riga).asText()));
      return valori;
    }

    private HttpRequest.Builder autenticata(String utente, String percorso) {
      var credenziali =
          Base64.getEncoder().encodeToString((utente + ":demo").getBytes(StandardCharsets.UTF_8));
      return richiesta("/engine-rest" + percorso)
          .header("Authorization", "Basic " + credenziali)
          .header("Content-Type", "application/json");
    }

    private HttpRequest.Builder richiesta(String percorso) {
      return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + porta + percorso))
          .timeout(Duration.ofSeconds(70));
    }

    private HttpResponse<String> invia(HttpRequest richiesta) {
      try {
        return browser.send(richiesta, BodyHandlers.ofString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }

    private static JsonNode json(HttpResponse<String> risposta) {
      assertThat(risposta.statusCode()).as(risposta.body()).isEqualTo(200);
      try {
        return JSON.readTree(risposta.body());
      } catch (IOException e) {
        throw new AssertionError(risposta.body(), e);
      }
    }
  }
}
