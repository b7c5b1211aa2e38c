import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * What docker/compose.produzione.example.yaml describes, from plain processes: PostgreSQL, two nodes
 * in the profile prod with the archive of classes that the image has, nginx with docker/proxy in
 * front, a mail server. Officials publish a notice, bodies apply with a file, mail arrives, the node
 * that serves an official is stopped, the database is saved while it is written to and restored
 * elsewhere. Everything is stopped and removed at the end. See README.md here.
 */
public final class Topologia {

  private static final int PORTA = Integer.parseInt(System.getenv().getOrDefault("PORTA", "18200"));
  private static final int PROXY = PORTA;
  private static final int IN_CHIARO = PORTA + 1;
  private static final int POSTGRES = PORTA + 2;
  private static final int[] NODI = {PORTA + 3, PORTA + 4};
  private static final int RIPRISTINATO = PORTA + 5;
  private static final String BASE = "https://localhost:" + PROXY;
  private static final String AMBITO = "50084";
  private static final String PASSWORD = "una-frase-abbastanza-lunga";
  private static final String DEL_DATABASE = "un-altra-frase-per-il-database";
  private static final Pattern NASCOSTO =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final Path radice = Path.of("").toAbsolutePath();
  private final Path lavoro;
  private final Deque<Process> processi = new ArrayDeque<>();
  private final AtomicInteger messaggi = new AtomicInteger();
  private final List<String> destinatari = java.util.Collections.synchronizedList(new ArrayList<>());
  private final boolean root = "root".equals(System.getProperty("user.name"));
  private HttpClient browser;
  private int portaPosta;

  private Topologia(Path lavoro) {
    this.lavoro = lavoro;
  }

  public static void main(String[] argomenti) throws Exception {
    var lavoro = Files.createTempDirectory("topologia");
    var topologia = new Topologia(lavoro);
    Runtime.getRuntime().addShutdownHook(new Thread(topologia::ferma));
    int esito = 1;
    try {
      topologia.percorri();
      esito = 0;
    } catch (Exception e) {
      System.err.println("NON RIUSCITA: " + e.getMessage());
      topologia.ultimeRighe();
    }
    System.exit(esito);
  }

  private void percorri() throws Exception {
    var jar = prepara();
    database("pianodizona");
    posta();
    var nodi = new Process[2];
    for (int i = 0; i < 2; i++) {
      long inizio = System.nanoTime();
      nodi[i] = nodo(jar, "nodo" + (i + 1), NODI[i], "pianodizona");
      sano(nodi[i], NODI[i]);
      dice("nodo%d in salute dopo %.1f s", i + 1, secondi(inizio));
    }
    proxy();
    utenti();
    var avviso = pubblica();
    domande(avviso, 1, 1);
    arriva("ente1@prova.example");
    dice("mail della domanda arrivata; finora %d messaggi", messaggi.get());
    fermaUnNodo(nodi, avviso);
    salvaERipristina(jar, avviso);
    System.out.println("RIUSCITA");
  }

  /** As the image does it: the layers side by side, then the archive of classes. */
  private Path prepara() throws Exception {
    var jar = radice.resolve("target/piano-di-zona.jar");
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException("Manca " + jar + ": prima ./mvnw -DskipTests package");
    }
    comando(
        "java", "-Djarmode=tools", "-jar", jar.toString(), "extract", "--layers", "--destination",
        lavoro.resolve("estratti").toString());
    var app = Files.createDirectories(lavoro.resolve("app"));
    for (var strato : stratiDelDockerfile()) {
      comando("cp", "-a", lavoro.resolve("estratti").resolve(strato) + "/.", app.toString());
    }
    long inizio = System.nanoTime();
    comando(
        "bash", radice.resolve("docker/archivio.sh").toString(), app + "/piano-di-zona.jar",
        app + "/piano-di-zona.jsa");
    dice(
        "archivio di classi: %.1f s, %d MB",
        secondi(inizio), Files.size(app.resolve("piano-di-zona.jsa")) >> 20);
    return app.resolve("piano-di-zona.jar");
  }

  private List<String> stratiDelDockerfile() throws IOException {
    return Pattern.compile("COPY --from=strati /strati/estratti/([^/]+)/")
        .matcher(Files.readString(radice.resolve("docker/Dockerfile")))
        .results()
        .map(r -> r.group(1))
        .toList();
  }

  private void database(String nome) throws Exception {
    var dati = Files.createDirectories(lavoro.resolve("postgres"));
    Files.writeString(lavoro.resolve("password"), DEL_DATABASE);
    if (root) {
      comando("chmod", "755", lavoro.toString());
      comando("chown", "-R", "postgres", dati.toString(), lavoro.resolve("password").toString());
    }
    comando(
        daPostgres(
            "initdb", "-D", dati.toString(), "-U", "pianodizona",
            "--pwfile=" + lavoro.resolve("password"), "--auth=scram-sha-256", "--data-checksums",
            "--encoding=UTF8", "--locale=C.UTF-8"));
    avvia(
        "postgres",
        Map.of(),
        daPostgres(
            "postgres", "-D", dati.toString(), "-p", String.valueOf(POSTGRES), "-h", "127.0.0.1",
            "-k", dati.toString()));
    attendi(
        "PostgreSQL", 60, () -> esegui(client("pg_isready", "-q"), client()).codice() == 0);
    comando(client(), client("createdb", nome));
    dice("PostgreSQL %s", sql(nome, "show server_version"));
  }

  private String[] daPostgres(String programma, String... argomenti) throws IOException {
    var comando = new ArrayList<String>();
    if (root) {
      comando.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    comando.add(cartellaPostgres().resolve(programma).toString());
    comando.addAll(List.of(argomenti));
    return comando.toArray(String[]::new);
  }

  private static Path cartellaPostgres() throws IOException {
    var scelta = System.getenv("PG_BIN");
    if (scelta != null) {
      return Path.of(scelta);
    }
    try (var versioni = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versioni
          .map(v -> v.resolve("bin"))
          .filter(b -> Files.isExecutable(b.resolve("postgres")))
          .max(Comparator.comparing(b -> Integer.parseInt(b.getParent().getFileName().toString())))
          .orElseThrow(() -> new IllegalStateException("Manca PostgreSQL (pacchetto postgresql)"));
    }
  }

  private static Map<String, String> client() {
    return Map.of(
        "PGHOST", "127.0.0.1", "PGPORT", String.valueOf(POSTGRES), "PGUSER", "pianodizona",
        "PGDATABASE", "pianodizona", "PGPASSWORD", DEL_DATABASE);
  }

  private static String[] client(String programma, String... argomenti) throws IOException {
    var comando = new ArrayList<>(List.of(cartellaPostgres().resolve(programma).toString()));
    comando.addAll(List.of(argomenti));
    return comando.toArray(String[]::new);
  }

  private String sql(String database, String domanda) throws Exception {
    return comando(client(), client("psql", "-X", "-A", "-t", "-d", database, "-c", domanda)).strip();
  }

  /** Takes every mail and remembers to whom it was. */
  private void posta() throws IOException {
    var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    portaPosta = server.getLocalPort();
    var filo =
        new Thread(
            () -> {
              while (true) {
                try {
                  var presa = server.accept();
                  var conversazione = new Thread(() -> conversa(presa));
                  conversazione.setDaemon(true);
                  conversazione.start();
                } catch (IOException chiuso) {
                  return;
                }
              }
            });
    filo.setDaemon(true);
    filo.start();
  }

  private void conversa(Socket presa) {
    try (presa) {
      var ingresso =
          new BufferedReader(new InputStreamReader(presa.getInputStream(), StandardCharsets.UTF_8));
      var uscita = presa.getOutputStream();
      uscita.write("220 posta\r\n".getBytes());
      for (var riga = ingresso.readLine(); riga != null; riga = ingresso.readLine()) {
        var verbo = riga.toUpperCase();
        var risposta = "250 ok\r\n";
        if (verbo.startsWith("RCPT TO:")) {
          destinatari.add(riga.replaceFirst("(?i)RCPT TO:<([^>]*)>.*", "$1"));
        } else if (verbo.equals("DATA")) {
          uscita.write("354 via\r\n".getBytes());
          while (!".".equals(ingresso.readLine())) {
            // the message itself is not looked at
          }
          messaggi.incrementAndGet();
        } else if (verbo.equals("QUIT")) {
          uscita.write("221 ciao\r\n".getBytes());
          return;
        }
        uscita.write(risposta.getBytes());
      }
    } catch (IOException caduta) {
      // the client went away
    }
  }

  /** With the environment and the secrets of the example, and the command of the image. */
  private Process nodo(Path jar, String nome, int porta, String database) throws Exception {
    var segreti = Files.createDirectories(lavoro.resolve("segreti"));
    Files.writeString(segreti.resolve("spring.datasource.password"), DEL_DATABASE);
    Files.writeString(segreti.resolve("camunda.bpm.admin-user.password"), PASSWORD);
    var ambiente = new LinkedHashMap<String, String>();
    ambiente.put("SPRING_PROFILES_ACTIVE", "prod,postgres");
    ambiente.put("SPRING_CONFIG_IMPORT", "configtree:" + segreti + "/");
    ambiente.put(
        "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + POSTGRES + "/" + database);
    ambiente.put("SPRING_DATASOURCE_USERNAME", "pianodizona");
    ambiente.put("SPRING_MAIL_HOST", "127.0.0.1");
    ambiente.put("SPRING_MAIL_PORT", String.valueOf(portaPosta));
    ambiente.put("PIANODIZONA_POSTA_MITTENTE", "piano-di-zona@ente.example");
    ambiente.put("PIANODIZONA_INDIRIZZO_PUBBLICO", BASE);
    ambiente.put("PIANODIZONA_REGIONE_EMAIL", "famiglia@regione.example");
    ambiente.put("CAMUNDA_BPM_ADMIN_USER_ID", "amministratore");
    ambiente.put("SERVER_ADDRESS", "127.0.0.1");
    ambiente.put("SERVER_PORT", String.valueOf(porta));
    return avvia(
        nome,
        ambiente,
        "java", "@" + radice.resolve("docker/java.opzioni"),
        "-XX:SharedArchiveFile=" + jar.resolveSibling("piano-di-zona.jsa"), "-Xmx700m", "-jar",
        jar.toString());
  }

  /** Asked as the engine asks. */
  private void sano(Process nodo, int porta) throws Exception {
    attendi(
        "salute del nodo alla porta " + porta,
        400,
        () -> {
          if (!nodo.isAlive()) {
            throw new IllegalStateException("il nodo alla porta " + porta + " si è fermato");
          }
          return esegui(
                      new String[] {
                        "bash", radice.resolve("docker/salute.sh").toString(), String.valueOf(porta)
                      },
                      Map.of())
                  .codice()
              == 0;
        });
  }

  private void proxy() throws Exception {
    var cartella = Files.createDirectories(lavoro.resolve("nginx/conf.d")).getParent();
    comando(
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
        "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout",
        cartella + "/chiave.pem", "-out", cartella + "/certificato.pem");
    for (var nome : List.of("produzione.conf", "piano.inc", "posizioni.inc")) {
      Files.writeString(
          cartella.resolve("conf.d").resolve(nome),
          Files.readString(radice.resolve("docker/proxy").resolve(nome))
              .replace("nodo1:8080", "127.0.0.1:" + NODI[0])
              .replace("nodo2:8080", "127.0.0.1:" + NODI[1])
              .replace("listen 8080;", "listen 127.0.0.1:" + IN_CHIARO + ";")
              .replace("listen 8443 ssl;", "listen 127.0.0.1:" + PROXY + " ssl;")
              .replace("/run/secrets", cartella.toString()));
    }
    Files.writeString(
        cartella.resolve("nginx.conf"),
        """
        %2$s
        daemon off;
        pid %1$s/pid;
        error_log %1$s/errori;
        events {}
        http {
          access_log off;
          client_body_temp_path %1$s/a; proxy_temp_path %1$s/b; fastcgi_temp_path %1$s/c;
          uwsgi_temp_path %1$s/d; scgi_temp_path %1$s/e;
          include conf.d/produzione.conf;
        }
        """
            .formatted(cartella, root ? "user root;" : ""));
    avvia(
        "nginx",
        Map.of(),
        "nginx", "-p", cartella.toString(), "-c", cartella.resolve("nginx.conf").toString(), "-e",
        cartella + "/errori");
    var fidati = KeyStore.getInstance(KeyStore.getDefaultType());
    fidati.load(null);
    try (var certificato = Files.newInputStream(cartella.resolve("certificato.pem"))) {
      fidati.setCertificateEntry(
          "proxy", CertificateFactory.getInstance("X.509").generateCertificate(certificato));
    }
    var fiducia = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    fiducia.init(fidati);
    var tls = SSLContext.getInstance("TLS");
    tls.init(null, fiducia.getTrustManagers(), null);
    browser = nuovoBrowser(tls);
    contesto = tls;
    attendi("nginx", 30, () -> chiedi(browser, "/avvisi").statusCode() == 200);
    controlla(chiedi(browser, "/actuator/prometheus").statusCode() == 404, "le misure restano dentro");
    var chiaro =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + IN_CHIARO + "/avvisi")).build(),
                BodyHandlers.discarding());
    controlla(chiaro.statusCode() == 301, "in chiaro si va su https");
  }

  private SSLContext contesto;

  private static HttpClient nuovoBrowser(SSLContext tls) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(tls)
        .cookieHandler(new CookieManager())
        .connectTimeout(Duration.ofSeconds(5))
        .build();
  }

  private static final Map<String, String> GRUPPI =
      Map.of("regionale", "regione", "ufficio", "ufficio-di-piano", "responsabile", "rup");

  private void utenti() throws Exception {
    for (var voce : GRUPPI.entrySet()) {
      var utente = voce.getKey();
      rest(
          "amministratore", "POST", "/user/create",
          """
          {"profile":{"id":"%1$s","firstName":"Persona","lastName":"Di Prova","email":"%1$s@ente.example"},
           "credentials":{"password":"%2$s"}}"""
              .formatted(utente, PASSWORD));
      rest("amministratore", "PUT", "/group/" + voce.getValue() + "/members/" + utente, "{}");
      if (!utente.equals("regionale")) {
        rest("amministratore", "PUT", "/tenant/" + AMBITO + "/user-members/" + utente, "{}");
      }
    }
  }

  /** Gives back the number of the notice. */
  private String pubblica() throws Exception {
    accedi(browser, "ufficio");
    dice("ingresso in Tasklist dal proxy");
    rest(
        "regionale", "POST", "/process-definition/key/AvvioTriennio/submit-form",
        variabili(Map.of("triennio", "2031-2033", "attoRegionale", "DGR di prova")));
    completa(
        "regionale", "UserTask_DefinireTriennio",
        "{\"scadenzaAccordo\":{\"value\":\"2030-12-31\"},\"schemaPremialita\":{\"value\":\"2025-2027\"},"
            + "\"quali\":{\"value\":\"SCELTI\"},\"ambiti\":" + json("[\"" + AMBITO + "\"]") + "}");
    var oggi = LocalDate.now();
    completa(
        "ufficio", "UserTask_NominareRup",
        campi(
            Map.of(
                "rup", "Dott.ssa Prova Di Prova", "numeroDetermina", "1/" + oggi.getYear(),
                "dataDetermina", oggi.toString(), "numeroIndirizzo", "1/" + oggi.getYear(),
                "dataIndirizzo", oggi.toString(), "priorita", "Domiciliarità")));
    var scritti = new LinkedHashMap<String, String>();
    scritti.put("titolo", "Avviso di prova");
    scritti.put("attoRegionale", "DGR di prova");
    scritti.put("capofila", "Comune di Prova");
    scritti.put("chiPuoPartecipare", "Enti del Terzo settore.");
    scritti.put("impegni", "Partecipare agli incontri.");
    scritti.put("pubblicazione", oggi.toString());
    scritti.put("scadenzaDomande", oggi.plusDays(20).toString());
    scritti.put("rup", "Dott.ssa Prova Di Prova");
    scritti.put("firmatario", "Responsabile dell'Ufficio di Piano");
    var corpo = campi(scritti);
    completa(
        "ufficio", "UserTask_RedigereAvviso",
        corpo.substring(0, corpo.length() - 1)
            + ",\"canaleWeb\":{\"value\":true,\"type\":\"Boolean\"},\"aree\":"
            + json("[{\"denominazione\":\"Anziani\",\"temi\":\"Domiciliarità.\"}]")
            + ",\"incontri\":"
            + json(
                "[{\"area\":1,\"numero\":1,\"giorno\":\"%s\",\"dalle\":\"16:00\",\"alle\":\"18:00\",\"luogo\":\"Sede\"}]"
                    .formatted(oggi.plusDays(40)))
            + "}");
    completa("responsabile", "UserTask_ApprovareAvviso", "{\"esito\":{\"value\":\"APPROVATO\"}}");
    var numero = Pattern.compile("\"numero\":\"([^\"]+)\"");
    var trovato = new String[1];
    attendi(
        "avviso pubblicato",
        60,
        () -> {
          var pagina = numero.matcher(chiedi(browser, "/avvisi.json").body());
          if (pagina.find()) {
            trovato[0] = pagina.group(1);
          }
          return trovato[0] != null;
        });
    dice("avviso %s pubblicato", trovato[0]);
    return trovato[0];
  }

  private void accedi(HttpClient chi, String utente) throws Exception {
    controlla(
        chiedi(chi, "/camunda/app/tasklist/default/").statusCode() == 200, "la pagina di Tasklist");
    var gettone = cookie(chi, "XSRF-TOKEN");
    var risposta =
        chi.send(
            HttpRequest.newBuilder(
                    URI.create(BASE + "/camunda/api/admin/auth/user/default/login/tasklist"))
                .timeout(Duration.ofSeconds(60))
                .header("X-XSRF-TOKEN", gettone)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + utente + "&password=" + PASSWORD))
                .build(),
            BodyHandlers.ofString());
    controlla(
        risposta.statusCode() == 200 && risposta.body().contains("\"" + utente + "\""),
        "ingresso di " + utente + ": " + risposta.statusCode() + " " + risposta.body());
  }

  private static String cookie(HttpClient chi, String nome) {
    return ((CookieManager) chi.cookieHandler().orElseThrow())
        .getCookieStore().getCookies().stream()
            .filter(c -> c.getName().equals(nome))
            .map(java.net.HttpCookie::getValue)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("manca il cookie " + nome));
  }

  private boolean entrato(HttpClient chi) throws Exception {
    return chiedi(chi, "/camunda/api/admin/auth/user/default").body().contains("userId");
  }

  /** Each with a file of one megabyte; gives back how many were accepted. */
  private int domande(String avviso, int dal, int al) throws Exception {
    int accolte = 0;
    for (int n = dal; n <= al; n++) {
      var chi = nuovoBrowser(contesto);
      var indirizzo = "/avvisi/" + avviso + "/domanda";
      var pagina = chiedi(chi, indirizzo).body();
      var corpo = new java.io.ByteArrayOutputStream();
      var nascosti = NASCOSTO.matcher(pagina);
      while (nascosti.find()) {
        campo(corpo, nascosti.group(1), nascosti.group(2));
      }
      campo(corpo, "denominazione", "Ente di prova n. " + n);
      campo(corpo, "formaGiuridica", "associazione");
      campo(corpo, "codiceFiscale", codiceFiscale(n));
      campo(corpo, "sede", "via di Prova " + n + ", Clusone");
      campo(corpo, "rappresentanteLegale", "Persona di Prova");
      campo(corpo, "email", "ente" + n + "@prova.example");
      campo(corpo, "categoria", "ETS");
      campo(corpo, "runtsNumero", String.valueOf(n));
      campo(
          corpo, "aree",
          pagina.replaceFirst("(?s).*?name=\"aree\"[^>]*value=\"([^\"]+)\".*", "$1"));
      campo(corpo, "referente", "Persona di Prova");
      campo(corpo, "referenteEmail", "ente" + n + "@prova.example");
      for (var spunta :
          List.of("impegniAccettati", "liberatoriaProprieta", "consensoPubblicazione", "informativaLetta")) {
        campo(corpo, spunta, "true");
      }
      corpo.writeBytes(
          ("--confine\r\nContent-Disposition: form-data; name=\"documentoIdentita\"; filename=\"documento.pdf\"\r\n"
                  + "Content-Type: application/pdf\r\n\r\n%PDF-1.4\n")
              .getBytes(StandardCharsets.UTF_8));
      var file = new byte[1 << 20];
      new Random(n).nextBytes(file);
      corpo.writeBytes(file);
      corpo.writeBytes("\r\n--confine--\r\n".getBytes(StandardCharsets.UTF_8));
      var risposta =
          chi.send(
              HttpRequest.newBuilder(URI.create(BASE + indirizzo))
                  .timeout(Duration.ofSeconds(90))
                  .header("Content-Type", "multipart/form-data; boundary=confine")
                  .POST(BodyPublishers.ofByteArray(corpo.toByteArray()))
                  .build(),
              BodyHandlers.ofString());
      if (risposta.statusCode() != 302) {
        throw new IllegalStateException("domanda %d: %d".formatted(n, risposta.statusCode()));
      }
      var ricevuta = risposta.headers().firstValue("Location").orElseThrow();
      controlla(
          ricevuta.startsWith("/") || ricevuta.startsWith(BASE + "/"),
          "l'indirizzo della ricevuta è quello pubblico: " + ricevuta);
      accolte++;
    }
    return accolte;
  }

  private static void campo(java.io.ByteArrayOutputStream corpo, String nome, String valore) {
    corpo.writeBytes(
        ("--confine\r\nContent-Disposition: form-data; name=\"" + nome + "\"\r\n\r\n" + valore + "\r\n")
            .getBytes(StandardCharsets.UTF_8));
  }

  /** Eleven digits, the last of which checks the others. */
  private static String codiceFiscale(int n) {
    var cifre = "%010d".formatted(n);
    int somma = 0;
    for (int i = 0; i < 10; i++) {
      int cifra = cifre.charAt(i) - '0';
      if (i % 2 == 1) {
        cifra = cifra * 2 > 9 ? cifra * 2 - 9 : cifra * 2;
      }
      somma += cifra;
    }
    return cifre + (10 - somma % 10) % 10;
  }

  private void arriva(String chi) throws Exception {
    attendi("mail a " + chi, 90, () -> destinatari.contains(chi));
  }

  /** The node goes as a new version would make it go; the visitors of both go on. */
  private void fermaUnNodo(Process[] nodi, String avviso) throws Exception {
    var altri = new ArrayList<HttpClient>();
    for (int i = 0; i < 8; i++) {
      altri.add(nuovoBrowser(contesto));
      accedi(altri.get(i), "ufficio");
    }
    var fallite = new AtomicInteger();
    var fatte = new AtomicInteger();
    var peggiore = new java.util.concurrent.atomic.AtomicLong();
    var basta = new java.util.concurrent.atomic.AtomicBoolean();
    var visite =
        CompletableFuture.runAsync(
            () -> {
              while (!basta.get() && fatte.get() < 5_000) {
                for (var chi : altri) {
                  long inizio = System.nanoTime();
                  try {
                    if (chiedi(chi, "/avvisi/" + avviso).statusCode() != 200) {
                      fallite.incrementAndGet();
                    }
                  } catch (Exception e) {
                    fallite.incrementAndGet();
                  }
                  fatte.incrementAndGet();
                  peggiore.accumulateAndGet((System.nanoTime() - inizio) / 1_000_000, Math::max);
                }
              }
            });
    Thread.sleep(2_000);
    long inizio = System.nanoTime();
    nodi[0].destroy();
    controlla(nodi[0].waitFor(60, TimeUnit.SECONDS), "il nodo si ferma entro un minuto");
    dice("nodo1 fermato in %.1f s", secondi(inizio));
    int accolte = domande(avviso, 2, 4);
    Thread.sleep(3_000);
    basta.set(true);
    visite.get(120, TimeUnit.SECONDS);
    int rientrano = 0;
    for (var chi : altri) {
      if (!entrato(chi)) {
        rientrano++;
        accedi(chi, "ufficio");
      }
    }
    dice(
        "a un nodo solo: %d pagine chieste, %d non date, la più lenta %d ms; %d domande accolte;"
            + " su 8 funzionari %d erano sul nodo fermato e sono rientrati",
        fatte.get(), fallite.get(), peggiore.get(), accolte, rientrano);
    controlla(fallite.get() == 0, "nessuna pagina negata");
    controlla(rientrano > 0 && rientrano < 8, "le sessioni erano divise tra i nodi");
    controlla(accolte == 3, "le domande passano dal nodo rimasto");
  }

  /** Saved while domande arrive, restored beside it, started again there. */
  private void salvaERipristina(Path jar, String avviso) throws Exception {
    int prima = Integer.parseInt(sql("pianodizona", "select count(*) from domanda"));
    var arrivi =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return domande(avviso, 5, 16);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    attendi(
        "altre domande",
        60,
        () -> Integer.parseInt(sql("pianodizona", "select count(*) from domanda")) > prima + 1);
    var cartella = Files.createDirectories(lavoro.resolve("salvataggi"));
    var ambiente = new LinkedHashMap<>(client());
    ambiente.remove("PGPASSWORD");
    ambiente.put("PASSWORD_FILE", lavoro.resolve("segreti/spring.datasource.password").toString());
    ambiente.put("PATH", cartellaPostgres() + ":" + System.getenv("PATH"));
    long inizio = System.nanoTime();
    var salvato =
        comando(
                ambiente,
                "bash", radice.resolve("docker/salvataggio.sh").toString(), cartella.toString())
            .strip();
    double durata = secondi(inizio);
    int accolte = arrivi.get(180, TimeUnit.SECONDS);
    int dopo = Integer.parseInt(sql("pianodizona", "select count(*) from domanda"));
    controlla(dopo == prima + accolte, "nessuna domanda persa durante il salvataggio");
    comando(Map.of(), "sh", "-c", "cd " + cartella + " && sha256sum --quiet -c *.sha256");

    inizio = System.nanoTime();
    comando(client(), client("createdb", "ripristino"));
    comando(
        client(),
        client("pg_restore", "--exit-on-error", "--no-owner", "-j", "2", "-d", "ripristino", salvato));
    int ripristinate = Integer.parseInt(sql("ripristino", "select count(*) from domanda"));
    dice(
        "salvataggio di %d KB in %.1f s mentre si scrive, ripristino in %.1f s: %d domande (prima %d, alla fine %d)",
        Files.size(Path.of(salvato)) >> 10, durata, secondi(inizio), ripristinate, prima, dopo);
    controlla(ripristinate > prima && ripristinate <= dopo, "un'immagine di mentre si scriveva");
    for (var insieme :
        List.of(
            // each with its file, its number and its procedure, or not at all
            "select count(*) from domanda d where not exists (select 1 from documento_fascicolo f"
                + " where f.riferimento = 'domanda:' || d.id)",
            "select count(*) from protocollo p where p.numero > 1 and not exists (select 1 from"
                + " protocollo q where q.codice_ambito = p.codice_ambito and q.anno = p.anno and"
                + " q.numero = p.numero - 1)")) {
      controlla(sql("ripristino", insieme).equals("0"), "nulla a metà: " + insieme);
    }
    var timer = sql("ripristino", "select count(*) from act_ru_job where type_ = 'timer'");
    var esito =
        comando(
            Map.of("SPRING_DATASOURCE_PASSWORD", DEL_DATABASE),
            "java", "-Duser.timezone=Europe/Rome", "-jar", jar.toString(), "verifica-integrita",
            "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + POSTGRES + "/ripristino",
            "--spring.datasource.username=pianodizona");
    controlla(esito.contains("tutto è come fu registrato"), "le catene reggono: " + esito);
    inizio = System.nanoTime();
    var nodo = nodo(jar, "ripristinato", RIPRISTINATO, "ripristino");
    sano(nodo, RIPRISTINATO);
    var locale = "http://127.0.0.1:" + RIPRISTINATO;
    var compiti =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(locale + "/engine-rest/task/count"))
                    .header("Authorization", base("ufficio"))
                    .build(),
                BodyHandlers.ofString());
    var tasklist =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(locale + "/camunda/app/tasklist/default/")).build(),
                BodyHandlers.discarding());
    controlla(tasklist.statusCode() == 200, "Tasklist risponde sul ripristino");
    controlla(
        sql("ripristino", "select count(*) from act_ru_job where type_ = 'timer'").equals(timer)
            && !timer.equals("0"),
        "i timer sono ancora lì: " + timer);
    dice(
        "ripartito dal salvataggio in %.1f s: prove intatte, %s timer in attesa, compiti dell'ufficio %s",
        secondi(inizio), timer, compiti.body());
  }

  // The engine, as a person's program calls it

  private String compito(String utente, String nome) throws Exception {
    var id = Pattern.compile("\"id\":\"([^\"]+)\"");
    var trovato = new String[1];
    attendi(
        nome,
        60,
        () -> {
          var righe = id.matcher(rest(utente, "GET", "/task?taskDefinitionKey=" + nome, null));
          if (righe.find()) {
            trovato[0] = righe.group(1);
          }
          return trovato[0] != null;
        });
    return trovato[0];
  }

  private void completa(String utente, String nome, String variabili) throws Exception {
    rest(
        utente, "POST", "/task/" + compito(utente, nome) + "/submit-form",
        "{\"variables\":" + variabili + "}");
  }

  private static String variabili(Map<String, String> valori) {
    return "{\"variables\":" + campi(valori) + "}";
  }

  private static String campi(Map<String, String> valori) {
    return valori.entrySet().stream()
        .map(v -> "\"%s\":{\"value\":\"%s\"}".formatted(v.getKey(), v.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String json(String valore) {
    return "{\"type\":\"Json\",\"value\":\"" + valore.replace("\"", "\\\"") + "\"}";
  }

  private String rest(String utente, String metodo, String percorso, String corpo) throws Exception {
    var risposta =
        browser.send(
            HttpRequest.newBuilder(URI.create(BASE + "/engine-rest" + percorso))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", base(utente))
                .header("Content-Type", "application/json")
                .method(
                    metodo,
                    corpo == null ? BodyPublishers.noBody() : BodyPublishers.ofString(corpo))
                .build(),
            BodyHandlers.ofString());
    if (risposta.statusCode() >= 300) {
      throw new IllegalStateException(
          "%s %s: %d %s".formatted(metodo, percorso, risposta.statusCode(), risposta.body()));
    }
    return risposta.body();
  }

  private static String base(String utente) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((utente + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> chiedi(HttpClient chi, String percorso) throws Exception {
    return chi.send(
        HttpRequest.newBuilder(URI.create(BASE + percorso)).timeout(Duration.ofSeconds(60)).build(),
        BodyHandlers.ofString());
  }

  // Processes

  private record Uscita(int codice, String testo) {}

  private Process avvia(String nome, Map<String, String> ambiente, String... comando)
      throws IOException {
    var costruttore =
        new ProcessBuilder(comando)
            .directory(lavoro.toFile())
            .redirectErrorStream(true)
            .redirectOutput(lavoro.resolve(nome + ".log").toFile());
    costruttore.environment().putAll(ambiente);
    var processo = costruttore.start();
    processi.push(processo);
    return processo;
  }

  private static Uscita esegui(String[] comando, Map<String, String> ambiente)
      throws IOException, InterruptedException {
    var costruttore = new ProcessBuilder(comando).redirectErrorStream(true);
    costruttore.environment().putAll(ambiente);
    var processo = costruttore.start();
    processo.getOutputStream().close();
    var testo = new String(processo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Uscita(processo.waitFor(), testo);
  }

  private static String comando(Map<String, String> ambiente, String... comando) throws Exception {
    var uscita = esegui(comando, ambiente);
    if (uscita.codice() != 0) {
      throw new IllegalStateException(String.join(" ", comando) + ": " + uscita.testo());
    }
    return uscita.testo();
  }

  private static String comando(String... comando) throws Exception {
    return comando(Map.of(), comando);
  }

  private static void attendi(String cosa, int secondi, Callable<Boolean> condizione)
      throws Exception {
    long fine = System.nanoTime() + Duration.ofSeconds(secondi).toNanos();
    while (System.nanoTime() < fine) {
      try {
        if (condizione.call()) {
          return;
        }
      } catch (IOException nonAncora) {
        // it is starting
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException(cosa + ": non dopo " + secondi + " s");
  }

  private static void controlla(boolean vero, String cosa) {
    if (!vero) {
      throw new IllegalStateException("non è vero che: " + cosa);
    }
  }

  private static double secondi(long inizio) {
    return (System.nanoTime() - inizio) / 1e9;
  }

  private static void dice(String modello, Object... valori) {
    System.out.printf(modello + "%n", valori);
  }

  private void ultimeRighe() throws IOException {
    try (var registri = Files.list(lavoro)) {
      for (var registro : registri.filter(f -> f.toString().endsWith(".log")).toList()) {
        var righe = Files.readAllLines(registro);
        System.err.println("== " + registro.getFileName());
        righe.subList(Math.max(0, righe.size() - 8), righe.size())
            .forEach(r -> System.err.println(r.substring(0, Math.min(r.length(), 600))));
      }
    }
  }

  /** The last one started first: nodes before their database. */
  private void ferma() {
    for (var processo : processi) {
      var figli = processo.descendants().toList();
      processo.destroy();
      try {
        if (!processo.waitFor(40, TimeUnit.SECONDS)) {
          processo.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        processo.destroyForcibly();
      }
      figli.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }
    try (var file = Files.walk(lavoro)) {
      file.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
    } catch (IOException e) {
      System.err.println("Resta " + lavoro);
    }
  }
}
