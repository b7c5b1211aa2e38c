package it.pianodizona.nodi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One node: the application in a process of its own, started, killed and closed at will. */
final class Nodo {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern PORTA = Pattern.compile("Tomcat started on port (\\d+)");
  private static final Duration ATTESA = Duration.ofSeconds(15);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private final String nome;
  private final Path cartella;
  private final Map<String, String> ambiente;
  private final List<String> opzioni;
  private Process processo;
  private Path registro;
  private int avvii;
  private boolean fermato;
  private volatile int porta;

  /**
   * @param ambiente variables that say where the database is
   * @param opzioni properties of the application, each as {@code --name=value}
   */
  Nodo(String nome, Path cartella, Map<String, String> ambiente, List<String> opzioni) {
    this.nome = nome;
    this.cartella = cartella;
    this.ambiente = ambiente;
    this.opzioni = opzioni;
  }

  synchronized void avvia() {
    registro = cartella.resolve(nome + "-" + ++avvii + ".log");
    porta = 0;
    var comando =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=Europe/Rome",
                "-Djava.io.tmpdir=" + temporanei(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx400m",
                "-cp",
                classi(),
                "it.pianodizona.NodoGuasto",
                "--server.port=0"));
    comando.addAll(opzioni);
    try {
      var avvio =
          new ProcessBuilder(comando)
              .directory(cartella.toFile())
              .redirectErrorStream(true)
              .redirectOutput(registro.toFile());
      avvio.environment().putAll(ambiente);
      processo = avvio.start();
      fermato = false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The application without the beans of the tests, and the one class that moves its clock. */
  private String classi() {
    var applicazione =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(voce -> !voce.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    var nome = "it/pianodizona/NodoGuasto.class";
    var copia = cartella.resolve("avviamento").resolve(nome);
    try (var classe = getClass().getClassLoader().getResourceAsStream(nome)) {
      if (!Files.exists(copia)) {
        Files.createDirectories(copia.getParent());
        Files.copy(classe, copia);
      }
      return cartella.resolve("avviamento") + File.pathSeparator + applicazione;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path temporanei() {
    try {
      return Files.createDirectories(cartella.resolve("temporanei-" + nome));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files that uploads left behind. */
  List<Path> resti() {
    try (var file = Files.walk(temporanei())) {
      return file.filter(Files::isRegularFile).filter(f -> f.toString().endsWith(".tmp")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL: no shutdown hook runs. */
  synchronized void uccidi() {
    if (processo != null) {
      fermato = true;
      processo.destroyForcibly();
      processo.onExit().join();
      porta = 0;
    }
  }

  /** SIGTERM: the node leaves its work to the others. */
  void chiudi() {
    fermato = true;
    processo.destroy();
    try {
      if (!processo.waitFor(40, TimeUnit.SECONDS)) {
        throw new AssertionError(nome + " non si chiude:\n" + registro());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    porta = 0;
  }

  synchronized boolean vivo() {
    return processo != null && processo.isAlive();
  }

  /** It went away, and nobody asked it to. */
  synchronized boolean mortoDaSolo() {
    return processo != null && !fermato && !processo.isAlive();
  }

  String registro() {
    try {
      return Files.readString(registro);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Serves and says that it is well. */
  boolean pronto() {
    try {
      if (porta == 0) {
        var riga = PORTA.matcher(registro());
        if (!riga.find()) {
          return false;
        }
        porta = Integer.parseInt(riga.group(1));
      }
      return chiedi("/actuator/health").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether somebody may be sent to it. */
  boolean inAscolto() {
    return porta > 0 && vivo();
  }

  /** The largest file that the node may write: a full disk, for whoever writes more. */
  void disco(String byteMassimi) {
    try {
      var comando =
          new ProcessBuilder(
                  "prlimit", "--pid", "" + processo.pid(), "--fsize=" + byteMassimi + ":unlimited")
              .inheritIO()
              .start();
      if (comando.waitFor() != 0) {
        throw new AssertionError("prlimit non riuscito");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Moves the node's clock, seconds against the real one. */
  void orologio(long secondi) {
    try {
      processo.getOutputStream().write((secondi + "\n").getBytes(StandardCharsets.US_ASCII));
      processo.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HttpResponse<String> chiedi(String percorso) throws IOException {
    return invia(richiesta(percorso).build());
  }

  JsonNode rest(String utente, String percorso) throws IOException {
    var risposta = invia(autenticata(utente, percorso).build());
    if (risposta.statusCode() != 200) {
      throw new IOException(risposta.statusCode() + " " + risposta.body());
    }
    return JSON.readTree(risposta.body());
  }

  /** The status of the answer. */
  int rest(String utente, String verbo, String percorso, Object corpo) throws IOException {
    return restConRisposta(utente, verbo, percorso, corpo).statusCode();
  }

  HttpResponse<String> restConRisposta(String utente, String verbo, String percorso, Object corpo)
      throws IOException {
    return invia(
        autenticata(utente, percorso)
            .method(verbo, BodyPublishers.ofString(JSON.writeValueAsString(corpo)))
            .build());
  }

  /** Completes a task as its form would. */
  int completa(String utente, String compito, Map<String, ?> campi) throws IOException {
    var variabili =
        campi.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, c -> Map.of("value", c.getValue())));
    return rest(
        utente, "POST", "/task/" + compito + "/submit-form", Map.of("variables", variabili));
  }

  private HttpRequest.Builder autenticata(String utente, String percorso) {
    var credenziali =
        Base64.getEncoder().encodeToString((utente + ":demo").getBytes(StandardCharsets.UTF_8));
    return richiesta("/engine-rest" + percorso)
        .header("Authorization", "Basic " + credenziali)
        .header("Content-Type", "application/json");
  }

  HttpRequest.Builder richiesta(String percorso) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + porta + percorso))
        .timeout(ATTESA);
  }

  HttpResponse<String> invia(HttpRequest richiesta) throws IOException {
    try {
      return client.send(richiesta, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
