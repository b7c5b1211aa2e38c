import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
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
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Two hundred applications at once, each with a file of one megabyte, against the packaged
 * application: starts it on a database of its own, publishes the demonstration's notice, sends the
 * domande, and checks that every one is there, with its file and a number of its own without gaps.
 *
 * <p>{@code java src/bench/Domande.java [domande] [seconds over which they arrive]}
 */
public final class Domande {

  private static final int PORTA = intero("PORTA", 18091);
  private static final int LIMITE_MS = intero("LIMITE", 1000);
  private static final int RISCALDAMENTO = intero("RISCALDAMENTO", 600);
  private static final int INSIEME_NEL_RISCALDAMENTO = 8;
  private static final int SECONDI_DI_QUIETE = 5;
  private static final int MEGABYTE = 1024 * 1024;
  private static final byte[] CODA = "\r\n--confine--\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final String BASE = "http://localhost:" + PORTA;
  private static final Pattern NASCOSTO =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
  private static final Pattern PROTOCOLLO = Pattern.compile("(\\d{7})/\\d{4}");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService mittenti =
      Executors.newCachedThreadPool(
          compito -> {
            var filo = new Thread(compito);
            filo.setDaemon(true);
            return filo;
          });
  private final byte[] file = documento();
  private final Process processo;

  private Domande(Process processo) {
    this.processo = processo;
  }

  public static void main(String[] argomenti) throws Exception {
    int quante = argomenti.length > 0 ? Integer.parseInt(argomenti[0]) : 200;
    double secondi = argomenti.length > 1 ? Double.parseDouble(argomenti[1]) : 0;
    var cartella = Files.createTempDirectory("domande");
    var processo = avvia(cartella);
    boolean riuscito;
    try {
      riuscito = new Domande(processo).misura(quante, secondi);
      if (!riuscito) {
        Files.readAllLines(cartella.resolve("log")).stream()
            .filter(riga -> riga.contains(" WARN ") || riga.contains(" ERROR "))
            .limit(20)
            .forEach(System.out::println);
      }
    } finally {
      processo.destroy();
      if (!processo.waitFor(30, TimeUnit.SECONDS)) {
        processo.destroyForcibly();
      }
      elimina(cartella);
    }
    System.exit(riuscito ? 0 : 1);
  }

  private static Process avvia(Path cartella) throws IOException {
    var comando =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=Europe/Rome"));
    comando.addAll(Arrays.stream(testo("JAVA_OPTS", "").split(" ")).filter(o -> !o.isEmpty()).toList());
    comando.addAll(
        List.of(
            "-jar",
            Path.of(testo("JAR", "target/piano-di-zona.jar")).toAbsolutePath().toString(),
            "--server.port=" + PORTA,
            // each applicant has an address of its own, as behind a reverse proxy
            "--server.tomcat.remoteip.remote-ip-header=X-Forwarded-For"));
    if (!testo("DB", "").isEmpty()) {
      comando.add("--spring.datasource.url=" + testo("DB", ""));
      comando.add("--spring.datasource.username=" + testo("DB_UTENTE", "postgres"));
      comando.add("--spring.datasource.password=" + testo("DB_PASSWORD", "postgres"));
    }
    return new ProcessBuilder(comando)
        .directory(cartella.toFile())
        .redirectErrorStream(true)
        .redirectOutput(cartella.resolve("log").toFile())
        .start();
  }

  private boolean misura(int quante, double secondi) throws Exception {
    var avviso = pubblica();
    int prossimo = 1;
    long inizioRiscaldamento = System.nanoTime();
    for (int fatte = 0; fatte < RISCALDAMENTO; fatte += INSIEME_NEL_RISCALDAMENTO) {
      var scaldate = new ArrayList<CompletableFuture<Esito>>();
      for (int i = 0; i < INSIEME_NEL_RISCALDAMENTO; i++) {
        scaldate.add(presenta(compila(avviso, prossimo++), 0));
      }
      for (var esito : scaldate) {
        esito.join();
      }
    }
    System.out.printf(
        "Riscaldamento: %d domande, %d insieme, %.1f s%n",
        prossimo - 1,
        INSIEME_NEL_RISCALDAMENTO,
        (System.nanoTime() - inizioRiscaldamento) / 1e9);
    riposa();

    var moduli = new ArrayList<Compilata>();
    for (int i = 0; i < quante; i++) {
      moduli.add(compila(avviso, prossimo++));
    }
    System.out.printf(
        "Carico della macchina prima della misura: %s%n",
        Files.isReadable(Path.of("/proc/loadavg")) ? Files.readString(Path.of("/proc/loadavg")).strip() : "ignoto");
    var lavoroPrima = lavoro();
    long via = System.nanoTime();
    var invii = new ArrayList<CompletableFuture<Esito>>();
    for (int i = 0; i < quante; i++) {
      long quando = (long) (i * secondi * 1e9 / quante);
      attendi(via + quando);
      invii.add(presenta(moduli.get(i), System.nanoTime()));
    }
    var esiti = invii.stream().map(CompletableFuture::join).toList();
    double durata = (System.nanoTime() - via) / 1e9;
    var lavoro = lavoro().minus(lavoroPrima);

    var tempi = esiti.stream().mapToLong(Esito::millisecondi).sorted().toArray();
    long p95 = tempi[(int) Math.ceil(tempi.length * 0.95) - 1];
    System.out.printf(
        "%d domande con un file da 1 MB %s: %.2f s in tutto%n",
        quante,
        secondi == 0 ? "nello stesso istante" : "in " + secondi + " s",
        durata);
    System.out.printf(
        "mediana %d ms, p95 %d ms, massimo %d ms (limite del p95: %d ms)%n",
        tempi[tempi.length / 2], p95, tempi[tempi.length - 1], LIMITE_MS);
    System.out.printf(
        "processore usato dall'applicazione: %.1f ms per domanda%n", lavoro.toMillis() / (double) quante);
    return verifica(esiti) & p95 <= LIMITE_MS;
  }

  /** Until procedures, mails and receipts of the first ones are out of the way. */
  private void riposa() throws InterruptedException {
    int quieti = 0;
    for (int secondi = 0; quieti < SECONDI_DI_QUIETE; secondi++) {
      if (secondi == intero("PAUSA", 300)) {
        throw new IllegalStateException("L'applicazione non si ferma: la misura non direbbe nulla");
      }
      var prima = lavoro();
      Thread.sleep(1000);
      quieti = lavoro().minus(prima).toMillis() < 100 ? quieti + 1 : 0;
    }
  }

  /** Every domanda has its page, its file and a number of its own; the numbers have no gaps. */
  private boolean verifica(List<Esito> esiti) throws Exception {
    long rifiutate = esiti.stream().filter(e -> e.stato() != 302).count();
    var numeri = new ArrayList<Integer>();
    int fileSbagliati = 0;
    for (var esito : esiti) {
      if (esito.stato() != 302) {
        continue;
      }
      var pagina = chiedi(esito.indirizzo());
      var numero = PROTOCOLLO.matcher(pagina);
      if (numero.find()) {
        numeri.add(Integer.parseInt(numero.group(1)));
      }
      var documento =
          pagina.replaceFirst("(?s).*(/partecipazione/[^\"/]+/documenti/\\d+).*", "$1");
      var ricevuto =
          client.send(
              HttpRequest.newBuilder(URI.create(BASE + documento)).build(),
              BodyHandlers.ofByteArray());
      if (!Arrays.equals(ricevuto.body(), file)) {
        fileSbagliati++;
      }
    }
    numeri.sort(Comparator.naturalOrder());
    long distinti = numeri.stream().distinct().count();
    boolean senzaBuchi =
        !numeri.isEmpty()
            && numeri.get(numeri.size() - 1) - numeri.get(0) + 1 == numeri.size()
            && distinti == numeri.size();
    System.out.printf(
        "rifiutate %d, con protocollo %d, numeri distinti %d, %s, file sbagliati %d%n",
        rifiutate,
        numeri.size(),
        distinti,
        senzaBuchi ? "di seguito" : "CON BUCHI",
        fileSbagliati);
    return rifiutate == 0 && senzaBuchi && fileSbagliati == 0 && numeri.size() == esiti.size();
  }

  /** Processor time that the application has used so far. */
  private Duration lavoro() {
    return processo.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private record Esito(int stato, String indirizzo, long millisecondi) {}

  /**
   * A filled in form, ready to leave.
   *
   * @param testa the request up to the file, which all have in common
   */
  private record Compilata(byte[] testa) {}

  /**
   * Writes the request as it is on a connection of its own: the sender has the same processors as
   * the application, and a cleverer one would take its share of them.
   */
  private CompletableFuture<Esito> presenta(Compilata compilata, long partenza) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (var filo = new Socket("127.0.0.1", PORTA)) {
            // or the last bytes of the form wait for the receiver's delayed acknowledgement
            filo.setTcpNoDelay(true);
            var uscita = filo.getOutputStream();
            uscita.write(compilata.testa());
            uscita.write(file);
            uscita.write(CODA);
            var risposta = new BufferedReader(new InputStreamReader(filo.getInputStream(), StandardCharsets.UTF_8));
            int stato = Integer.parseInt(risposta.readLine().split(" ")[1]);
            String indirizzo = "";
            for (var riga = risposta.readLine(); riga != null && !riga.isEmpty(); riga = risposta.readLine()) {
              if (riga.regionMatches(true, 0, "Location: ", 0, 10)) {
                indirizzo = riga.substring(10).replaceFirst("^https?://[^/]+", "");
              }
            }
            return new Esito(stato, indirizzo, (System.nanoTime() - partenza) / 1_000_000);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        mittenti);
  }

  private Compilata compila(String avviso, int n) throws Exception {
    var indirizzo = "/avvisi/" + avviso + "/domanda";
    var pagina =
        client.send(
            HttpRequest.newBuilder(URI.create(BASE + indirizzo)).build(), BodyHandlers.ofString());
    var testo = new StringBuilder();
    var nascosti = NASCOSTO.matcher(pagina.body());
    while (nascosti.find()) {
      campo(testo, nascosti.group(1), nascosti.group(2));
    }
    campo(testo, "denominazione", "Ente di prova n. " + n);
    campo(testo, "formaGiuridica", "associazione");
    campo(testo, "codiceFiscale", codiceFiscale(n));
    campo(testo, "sede", "via di Prova " + n + ", Clusone");
    campo(testo, "rappresentanteLegale", "Persona di Prova");
    campo(testo, "email", "ente" + n + "@prova.example");
    campo(testo, "categoria", "ETS");
    campo(testo, "runtsNumero", String.valueOf(n));
    campo(testo, "aree", pagina.body().replaceFirst("(?s).*?name=\"aree\"[^>]*value=\"([^\"]+)\".*", "$1"));
    campo(testo, "referente", "Persona di Prova");
    campo(testo, "referenteEmail", "ente" + n + "@prova.example");
    for (var spunta :
        List.of("impegniAccettati", "liberatoriaProprieta", "consensoPubblicazione", "informativaLetta")) {
      campo(testo, spunta, "true");
    }
    testo.append(
        "--confine\r\nContent-Disposition: form-data; name=\"documentoIdentita\"; filename=\"documento.pdf\"\r\n"
            + "Content-Type: application/pdf\r\n\r\n");
    var cookie =
        pagina.headers().allValues("Set-Cookie").stream()
            .map(c -> c.replaceFirst(";.*", ""))
            .filter(c -> c.startsWith("PIANODIZONA-CSRF="))
            .findFirst()
            .orElseThrow();
    var corpo = testo.toString().getBytes(StandardCharsets.UTF_8);
    var testa =
        """
        POST %s HTTP/1.1\r
        Host: localhost:%d\r
        Content-Type: multipart/form-data; boundary=confine\r
        Content-Length: %d\r
        Cookie: %s\r
        X-Forwarded-For: 198.18.%d.%d\r
        Connection: close\r
        \r
        """
            .formatted(
                indirizzo,
                PORTA,
                corpo.length + file.length + CODA.length,
                cookie,
                n / 250,
                n % 250 + 1)
            .getBytes(StandardCharsets.US_ASCII);
    var tutto = Arrays.copyOf(testa, testa.length + corpo.length);
    System.arraycopy(corpo, 0, tutto, testa.length, corpo.length);
    return new Compilata(tutto);
  }

  private static void campo(StringBuilder testo, String nome, String valore) {
    testo
        .append("--confine\r\nContent-Disposition: form-data; name=\"")
        .append(nome)
        .append("\"\r\n\r\n")
        .append(valore)
        .append("\r\n");
  }

  /** As the officials of the demonstration do; gives back the number of the notice. */
  private String pubblica() throws Exception {
    var redigere = compito("udp", "UserTask_RedigereAvviso");
    completa("udp", redigere, giaCompilato("udp", redigere));
    var approvare = compito("rup", "UserTask_ApprovareAvviso");
    completa("rup", approvare, "{\"esito\":{\"value\":\"APPROVATO\"}}");
    var numero = Pattern.compile("\"numero\":\"([^\"]+)\"");
    for (long fine = System.nanoTime() + Duration.ofMinutes(1).toNanos(); System.nanoTime() < fine; ) {
      var trovato = numero.matcher(chiedi("/avvisi.json"));
      if (trovato.find()) {
        return trovato.group(1);
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("L'avviso non è stato pubblicato");
  }

  /** What a form is filled in with when it opens, without what it only shows. */
  private String giaCompilato(String utente, String compito) throws Exception {
    var campi =
        Pattern.compile("\"(?:key|path)\"\\s*:\\s*\"([^\"]+)\"")
            .matcher(rest(utente, "/task/" + compito + "/deployed-form"))
            .results()
            .map(trovato -> trovato.group(1))
            .collect(Collectors.joining(","));
    return rest(
        utente,
        "/task/%s/form-variables?deserializeValues=false&variableNames=%s"
            .formatted(compito, campi));
  }

  private String compito(String utente, String definizione) throws Exception {
    var id = Pattern.compile("\"id\":\"([^\"]+)\"");
    for (long fine = System.nanoTime() + Duration.ofMinutes(3).toNanos(); System.nanoTime() < fine; ) {
      try {
        var trovato = id.matcher(rest(utente, "/task?taskDefinitionKey=" + definizione));
        if (trovato.find()) {
          return trovato.group(1);
        }
      } catch (IOException nonAncoraPronta) {
        // the application is starting
      }
      Thread.sleep(500);
    }
    throw new IllegalStateException("Il compito " + definizione + " non si è aperto");
  }

  private void completa(String utente, String compito, String variabili) throws Exception {
    var risposta =
        client.send(
            conPassword(utente, "/task/" + compito + "/submit-form")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"variables\":" + variabili + "}"))
                .build(),
            BodyHandlers.ofString());
    if (risposta.statusCode() >= 300) {
      throw new IllegalStateException(risposta.statusCode() + " " + risposta.body());
    }
  }

  private String rest(String utente, String percorso) throws Exception {
    HttpResponse<String> risposta =
        client.send(conPassword(utente, percorso).build(), BodyHandlers.ofString());
    return risposta.body();
  }

  private static HttpRequest.Builder conPassword(String utente, String percorso) {
    var credenziali =
        Base64.getEncoder().encodeToString((utente + ":demo").getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create(BASE + "/engine-rest" + percorso))
        .header("Authorization", "Basic " + credenziali);
  }

  private String chiedi(String percorso) throws Exception {
    return client
        .send(HttpRequest.newBuilder(URI.create(BASE + percorso)).build(), BodyHandlers.ofString())
        .body();
  }

  /** A PDF of one megabyte that does not compress. */
  private static byte[] documento() {
    var documento = new byte[MEGABYTE];
    new Random(1).nextBytes(documento);
    var inizio = "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(inizio, 0, documento, 0, inizio.length);
    return documento;
  }

  /** Of an invented body, with its check digit. */
  private static String codiceFiscale(int n) {
    var cifre = "%010d".formatted(8_000_000_000L + n);
    int somma =
        IntStream.range(0, 10)
            .map(i -> (cifre.charAt(i) - '0') * (i % 2 == 0 ? 1 : 2))
            .map(peso -> peso > 9 ? peso - 9 : peso)
            .sum();
    return cifre + (10 - somma % 10) % 10;
  }

  private static void attendi(long istante) throws InterruptedException {
    long mancano = istante - System.nanoTime();
    if (mancano > 0) {
      TimeUnit.NANOSECONDS.sleep(mancano);
    }
  }

  private static void elimina(Path cartella) throws IOException {
    try (var dentro = Files.walk(cartella)) {
      for (var percorso : dentro.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(percorso);
      }
    }
  }

  private static String testo(String nome, String altrimenti) {
    return System.getenv().getOrDefault(nome, altrimenti);
  }

  private static int intero(String nome, int altrimenti) {
    return Integer.parseInt(testo(nome, String.valueOf(altrimenti)));
  }
}
