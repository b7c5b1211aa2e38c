package it.pianodizona.simulazione.comando;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.Processi;
import it.pianodizona.notifiche.GiroDiPosta;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Triennio;
import it.pianodizona.simulazione.Territorio;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * The signatures of a whole Region, side by side with the same models on an engine as it comes, for
 * {@code src/bench/confronto.sh}: not a test, and not run by the build. Both engines run in this
 * process, in turn, each on a database of its own; the other one has delegates that do nothing.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "pianodizona.dimostrazione.attiva=false",
      "pianodizona.posta.attiva=false",
      "pianodizona.posta.prenotazione=PT1H",
      "pianodizona.regione.email=famiglia@regione.example",
      "spring.mail.host=127.0.0.1",
      // the clock of the run is moved, on purpose
      "pianodizona.orologio.tolleranza=36500d"
    })
class ConfrontoMisurato {

  private static final int AMBITI = Integer.getInteger("confronto.ambiti", 91);
  private static final int GIRI = Integer.getInteger("confronto.giri", 3);
  private static final int COMPITI = Integer.getInteger("confronto.compiti", 10_000);
  private static final int RICHIESTE = 200;
  private static final boolean SU_POSTGRES =
      "postgres".equals(System.getProperty("confronto.banco"));
  private static final Path CARTELLA = Path.of("target/confronto");
  private static final String H2 =
      ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=30000;OPTIMIZE_REUSE_RESULTS=FALSE"
          + ";TRACE_LEVEL_FILE=0";

  /** What our configuration has besides; the other one's database is as safe and as it comes. */
  private static final Map<String, String> H2_DI = Map.of("nostro", ";QUERY_CACHE_SIZE=128");

  private static final Map<String, String> POSTGRES_DI =
      Map.of("nostro", "&options=-c%20random_page_cost=1.1%20-c%20enable_material=off");

  private static final String PROCESSO = "AccordoDiProgramma";
  private static final String COMPORRE = "UserTask_ComporreTesto";
  private static final String FIRMARE = "UserTask_FirmareAccordo";
  private static final String APPROVARE = "UserTask_AdottareAttoApprovazione";
  private static final String APERTURA = "2024-11-04T09:00";
  private static final String GIORNO_DOPO = "2024-12-11";

  private static final RicevitoreSmtp POSTA = new RicevitoreSmtp();
  private static EmbeddedPostgres postgres;

  @Autowired private ProcessEngine nostro;
  @Autowired private Processi processi;
  @Autowired private Piani piani;
  @Autowired private Anagrafica anagrafica;
  @Autowired private GiroDiPosta giroDiPosta;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int porta;

  private Territorio territorio;
  private final List<String> righe = new ArrayList<>();
  private int anno = 2100;

  @DynamicPropertySource
  static void banco(DynamicPropertyRegistry proprieta) throws IOException {
    FileSystemUtils.deleteRecursively(CARTELLA);
    Files.createDirectories(CARTELLA);
    if (SU_POSTGRES) {
      postgres =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .start();
    }
    proprieta.add("spring.datasource.url", () -> url("nostro"));
    proprieta.add("spring.datasource.username", () -> SU_POSTGRES ? "postgres" : "sa");
    proprieta.add("spring.datasource.password", () -> SU_POSTGRES ? "postgres" : "");
    proprieta.add("spring.mail.port", POSTA::porta);
  }

  @AfterAll
  static void chiudi() throws IOException {
    POSTA.close();
    if (postgres != null) {
      postgres.close();
    }
    FileSystemUtils.deleteRecursively(CARTELLA);
  }

  @Test
  void misura() throws Exception {
    var serie = diSerie();
    territorio = new Territorio(anagrafica);
    try {
      territorio.prepara(territorio.ambiti(AMBITI));
      var scadenze = new Serie("timer-scaduti-al-secondo", 2.0);
      var firme = new Serie("firme-al-secondo", 1.0);
      var posta = new Serie("messaggi-al-secondo", 0.6);
      for (int giro = 0; giro <= GIRI; giro++) {
        avanza("giro %d di %d", giro, GIRI);
        var aperti = apri();
        apriUguali(serie, aperti);
        pretendi(nostro, serie, FIRMARE);
        boolean primaNoi = giro % 2 == 0;
        var primo = primaNoi ? nostro : serie;
        var secondo = primaNoi ? serie : nostro;
        double[] timer = {scadenze(primo), scadenze(secondo)};
        double[] firmati = {firme(primo), firme(secondo)};
        double consegnati = consegna();
        double diretti = ciclo();
        // the first round only warms up
        if (giro > 0) {
          scadenze.aggiungi(timer[primaNoi ? 0 : 1], timer[primaNoi ? 1 : 0]);
          firme.aggiungi(firmati[primaNoi ? 0 : 1], firmati[primaNoi ? 1 : 0]);
          posta.aggiungi(consegnati, diretti);
        }
        chiudiTutto(nostro);
        chiudiTutto(serie);
      }
      for (var misura : List.of(scadenze, firme, posta)) {
        righe.add(misura.riga());
      }
      elencoCompiti();
    } finally {
      ClockUtil.reset();
      serie.close();
      Files.write(Path.of(System.getProperty("confronto.uscita", "target/confronto.csv")), righe);
    }
  }

  /** Pairs of rates, ours and the other's, of which the medians are compared. */
  private record Serie(String nome, double minimo, List<Double> nostri, List<Double> altri) {

    Serie(String nome, double minimo) {
      this(nome, minimo, new ArrayList<>(), new ArrayList<>());
    }

    void aggiungi(double nostro, double altro) {
      avanza("  %s: %.0f contro %.0f", nome, nostro, altro);
      nostri.add(nostro);
      altri.add(altro);
    }

    String riga() {
      double rapporto = mediana(nostri) / mediana(altri);
      return String.format(
          Locale.ROOT,
          "%s;%.0f;%.0f;%.2f;almeno;%.2f",
          nome,
          mediana(nostri),
          mediana(altri),
          rapporto,
          minimo);
    }

    private static double mediana(List<Double> valori) {
      return valori.stream().sorted().toList().get(valori.size() / 2);
    }
  }

  /** Every Ambito asks all its bodies for their signature. */
  private List<String> apri() throws Exception {
    adesso(APERTURA);
    var triennio = anno + "-" + (anno + 2);
    anno += 3;
    piani.registra(Triennio.di(triennio, "DGR di prova", LocalDate.of(2024, 12, 10), "2025-2027"));
    var istanze = new ArrayList<String>();
    for (var piano :
        piani.avvia(triennio, territorio.ambiti(AMBITI).stream().map(a -> a.codice()).toList())) {
      istanze.add(avviaDaNoi(piano));
    }
    for (var compito :
        nostro.getTaskService().createTaskQuery().taskDefinitionKey(COMPORRE).list()) {
      nostro.getTaskService().complete(compito.getId(), parti());
    }
    finchePronti(nostro);
    return istanze;
  }

  private String avviaDaNoi(RiferimentoPiano piano) {
    return processi.avvia(
        PROCESSO,
        piano.chiave(),
        Map.of(
            "pianoId",
            piano.pianoId(),
            "codiceAmbito",
            piano.codiceAmbito(),
            "triennio",
            piano.triennio(),
            "scadenzaAccordo",
            piani.scadenzaAccordo(piano.pianoId())));
  }

  private static Map<String, Object> parti() {
    return List.of(
            "finalita",
            "enteCapofila",
            "ufficioDiPiano",
            "sottoscrittori",
            "terzoSettore",
            "verifica",
            "durata",
            "integrazione")
        .stream()
        .collect(
            Collectors.toMap(
                parte -> parte, parte -> "Come stabilito dal Piano di Zona approvato."));
  }

  /** The same instances with the same variables, where nobody reckons them. */
  private void apriUguali(ProcessEngine serie, List<String> aperti) throws Exception {
    for (var istanza : aperti) {
      serie
          .getRuntimeService()
          .startProcessInstanceByKey(
              PROCESSO, istanza, nostro.getRuntimeService().getVariables(istanza));
    }
    for (var compito :
        serie.getTaskService().createTaskQuery().taskDefinitionKey(COMPORRE).list()) {
      serie.getTaskService().complete(compito.getId());
    }
    finchePronti(serie);
  }

  private static void pretendi(ProcessEngine nostro, ProcessEngine serie, String compito) {
    long da = quanti(nostro, compito);
    if (da == 0 || da != quanti(serie, compito)) {
      throw new IllegalStateException(
          "%s: %d da noi, %d dall'altro".formatted(compito, da, quanti(serie, compito)));
    }
  }

  private static long quanti(ProcessEngine motore, String compito) {
    return motore.getTaskService().createTaskQuery().taskDefinitionKey(compito).count();
  }

  /** All reminders and the end of the time, due in the same minute. */
  private static double scadenze(ProcessEngine motore) throws Exception {
    adesso(GIORNO_DOPO + "T09:00");
    long dovuti = motore.getManagementService().createJobQuery().timers().executable().count();
    double secondi = tempo(() -> finchePronti(motore));
    adesso(APERTURA);
    return dovuti / secondi;
  }

  /** Two people at a time sign for all the bodies; what follows is done meanwhile. */
  private double firme(ProcessEngine motore) throws Exception {
    adesso(GIORNO_DOPO + "T09:00");
    var compiti =
        new ConcurrentLinkedQueue<>(
            motore.getTaskService().createTaskQuery().taskDefinitionKey(FIRMARE).list());
    int quante = compiti.size();
    var lavori = lavori(motore);
    var persone = Executors.newFixedThreadPool(2);
    try {
      double secondi =
          tempo(
              () -> {
                lavori.start();
                Callable<Void> firma =
                    () -> {
                      for (var c = compiti.poll(); c != null; c = compiti.poll()) {
                        motore.getTaskService().complete(c.getId(), firma(motore));
                      }
                      return null;
                    };
                for (var fatta : persone.invokeAll(List.of(firma, firma))) {
                  fatta.get();
                }
                return finchePronti(motore);
              });
      if (quanti(motore, APPROVARE) != AMBITI) {
        throw new IllegalStateException("Non tutti gli Accordi sono firmati");
      }
      return quante / secondi;
    } finally {
      persone.shutdownNow();
    }
  }

  private Map<String, Object> firma(ProcessEngine motore) {
    var dati = new HashMap<String, Object>();
    dati.put("esito", "FIRMATA");
    dati.put("persona", "Anna Riva");
    dati.put("ruolo", "Sindaca");
    dati.put("atto", "delibera di giunta 45/2024");
    dati.put("dataAtto", "2024-11-02");
    dati.put("motivoSenzaProva", "Firma autografa depositata in Comune.");
    dati.put("data", GIORNO_DOPO);
    if (motore != nostro) {
      // here the delegate says so
      dati.put("haFirmato", true);
    }
    return dati;
  }

  /** The outbox, as the worker of a node empties it. */
  private double consegna() throws Exception {
    long prima = POSTA.messaggi();
    double secondi =
        tempo(
            () -> {
              giroDiPosta.giro();
              return null;
            });
    return (POSTA.messaggi() - prima) / secondi;
  }

  /** As many messages with the same texts, in a loop over one connection. */
  private double ciclo() throws Exception {
    record Testi(String oggetto, String testo, String html) {}
    var testi =
        jdbc.sql(
                "select oggetto, testo, html from messaggio where stato = 'INVIATO' order by id desc limit 5000")
            .query(Testi.class)
            .list();
    var proprieta = new Properties();
    proprieta.put("mail.smtp.host", "127.0.0.1");
    proprieta.put("mail.smtp.port", String.valueOf(POSTA.porta()));
    var sessione = Session.getInstance(proprieta);
    double secondi =
        tempo(
            () -> {
              try (var trasporto = sessione.getTransport("smtp")) {
                trasporto.connect();
                for (var t : testi) {
                  var messaggio = new MimeMessage(sessione);
                  messaggio.setFrom("ufficio@ambito.example");
                  messaggio.setRecipient(
                      Message.RecipientType.TO, new InternetAddress("sindaco@comune.example"));
                  messaggio.setSubject(t.oggetto(), "UTF-8");
                  var piano = new MimeBodyPart();
                  piano.setText(t.testo(), "UTF-8", "plain");
                  var html = new MimeBodyPart();
                  html.setText(t.html(), "UTF-8", "html");
                  messaggio.setContent(new MimeMultipart("alternative", piano, html));
                  messaggio.saveChanges();
                  trasporto.sendMessage(messaggio, messaggio.getAllRecipients());
                }
              }
              return null;
            });
    return testi.size() / secondi;
  }

  /** What Tasklist asks for when an official opens it, with thousands of tasks in the Region. */
  private void elencoCompiti() throws Exception {
    avanza("preparo %d compiti aperti", COMPITI);
    adesso(APERTURA);
    var elenco = piani.elenco("2100-2102");
    var mancano =
        new ConcurrentLinkedQueue<>(
            IntStream.range(0, COMPITI).mapToObj(i -> elenco.get(i % elenco.size())).toList());
    var mani = Executors.newFixedThreadPool(2);
    try {
      Callable<Void> apre =
          () -> {
            for (var p = mancano.poll(); p != null; p = mancano.poll()) {
              avviaDaNoi(p.riferimento());
            }
            return null;
          };
      for (var fatto : mani.invokeAll(List.of(apre, apre))) {
        fatto.get();
      }
    } finally {
      mani.shutdownNow();
    }
    if (SU_POSTGRES) {
      jdbc.sql("analyze").update();
    }
    long aperti = nostro.getTaskService().createTaskQuery().count();
    for (var chi : List.of("udp", "ats", "regione", "admin")) {
      var tempi = tasklist(chi);
      Arrays.sort(tempi);
      double p95 = tempi[(int) Math.ceil(tempi.length * 0.95) - 1] / 1e6;
      avanza("  %s: mediana %.0f ms, p95 %.0f ms", chi, tempi[tempi.length / 2] / 1e6, p95);
      righe.add(
          String.format(
              Locale.ROOT,
              "tasklist-%s-p95-ms-con-%d-compiti;%.0f;;%.0f;al massimo;300",
              chi,
              aperti,
              p95,
              p95));
    }
  }

  /** A page of each filter in turn, and its count: nanoseconds of each answer. */
  private long[] tasklist(String chi) throws Exception {
    var base = "http://127.0.0.1:" + porta;
    var cookie = new CookieManager();
    try (var chiuso = new Navigatore(base, cookie)) {
      chiuso.entra(chi);
      var filtri =
          Pattern.compile("\"id\":\"([^\"]+)\"")
              .matcher(
                  chiuso.chiedi(
                      "/camunda/api/engine/engine/default/filter?resourceType=Task", null));
      var indirizzi = new ArrayList<String>();
      while (filtri.find()) {
        var filtro = "/camunda/api/engine/engine/default/filter/" + filtri.group(1);
        indirizzi.add(filtro + "/list?firstResult=0&maxResults=15");
        indirizzi.add(filtro + "/count");
      }
      if (indirizzi.isEmpty()) {
        throw new IllegalStateException(chi + " non ha filtri");
      }
      var tempi = new long[RICHIESTE];
      for (int i = -indirizzi.size(); i < RICHIESTE; i++) {
        var indirizzo = indirizzi.get(Math.floorMod(i, indirizzi.size()));
        long inizio = System.nanoTime();
        chiuso.chiedi(indirizzo, "{}");
        if (i >= 0) {
          tempi[i] = System.nanoTime() - inizio;
        }
      }
      return tempi;
    }
  }

  /** A browser without windows, with its session. */
  private static final class Navigatore implements AutoCloseable {

    private final String base;
    private final CookieManager cookie;
    private final HttpClient client;

    Navigatore(String base, CookieManager cookie) {
      this.base = base;
      this.cookie = cookie;
      this.client = HttpClient.newBuilder().cookieHandler(cookie).build();
    }

    void entra(String chi) throws IOException, InterruptedException {
      chiedi("/camunda/app/tasklist/default/", null);
      var richiesta =
          HttpRequest.newBuilder(
                  URI.create(base + "/camunda/api/admin/auth/user/default/login/tasklist"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("X-XSRF-TOKEN", gettone())
              .POST(BodyPublishers.ofString("username=" + chi + "&password=demo"))
              .build();
      int stato = client.send(richiesta, BodyHandlers.discarding()).statusCode();
      if (stato != 200) {
        throw new IllegalStateException("%s non entra: %d".formatted(chi, stato));
      }
    }

    String chiedi(String percorso, String corpo) throws IOException, InterruptedException {
      var richiesta = HttpRequest.newBuilder(URI.create(base + percorso)).header("Accept", "*/*");
      if (corpo != null) {
        richiesta
            .header("Content-Type", "application/json")
            .header("Accept", "application/hal+json")
            .header("X-XSRF-TOKEN", gettone())
            .POST(BodyPublishers.ofString(corpo));
      }
      var risposta = client.send(richiesta.build(), BodyHandlers.ofString());
      if (risposta.statusCode() != 200) {
        throw new IllegalStateException(percorso + ": " + risposta.statusCode());
      }
      return risposta.body();
    }

    private String gettone() {
      return cookie.getCookieStore().getCookies().stream()
          .filter(c -> c.getName().equals("XSRF-TOKEN"))
          .findFirst()
          .orElseThrow()
          .getValue();
    }

    @Override
    public void close() {
      cookie.getCookieStore().removeAll();
    }
  }

  /** The engine as it comes, with our models and delegates that do nothing. */
  private static ProcessEngine diSerie() throws IOException {
    var configurazione = new StandaloneProcessEngineConfiguration();
    configurazione.setProcessEngineName("di-serie");
    var database = new HikariDataSource();
    database.setJdbcUrl(url("serie"));
    database.setUsername(SU_POSTGRES ? "postgres" : "sa");
    database.setPassword(SU_POSTGRES ? "postgres" : "");
    configurazione.setDataSource(database);
    configurazione.setTransactionsExternallyManaged(false);
    configurazione.setIdGenerator(new StrongUuidGenerator());
    configurazione.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    configurazione.setJobExecutorActivate(false);
    configurazione.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
    var modelli =
        Arrays.stream(
                new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:bpmn/50-accordo/*.bpmn"))
            .toList();
    Set<String> nomi = new HashSet<>();
    for (var modello : modelli) {
      var delegati =
          Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"")
              .matcher(modello.getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
      while (delegati.find()) {
        nomi.add(delegati.group(1));
      }
    }
    JavaDelegate niente = esecuzione -> {};
    configurazione.setBeans(
        nomi.stream().collect(Collectors.<String, Object, Object>toMap(n -> n, n -> niente)));
    var motore = configurazione.buildProcessEngine();
    var rilascio = motore.getRepositoryService().createDeployment();
    for (var modello : modelli) {
      rilascio.addInputStream(modello.getFilename(), modello.getInputStream());
    }
    rilascio.deploy();
    return motore;
  }

  /** Jobs by the engine's own executor, until nothing is due. */
  private static Void finchePronti(ProcessEngine motore) throws InterruptedException {
    var lavori = lavori(motore);
    lavori.start();
    lavori.jobWasAdded();
    while (motore.getManagementService().createJobQuery().executable().withRetriesLeft().count()
        > 0) {
      Thread.sleep(10);
    }
    lavori.shutdown();
    return null;
  }

  private static JobExecutor lavori(ProcessEngine motore) {
    return ((ProcessEngineConfigurationImpl) motore.getProcessEngineConfiguration())
        .getJobExecutor();
  }

  private static void chiudiTutto(ProcessEngine motore) {
    motore
        .getRuntimeService()
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(
            istanza ->
                motore
                    .getRuntimeService()
                    .deleteProcessInstance(istanza.getId(), "fine del giro", true, true));
  }

  private static String url(String quale) {
    if (!SU_POSTGRES) {
      return "jdbc:h2:file:"
          + CARTELLA.resolve(quale).toAbsolutePath()
          + H2
          + H2_DI.getOrDefault(quale, "");
    }
    try (var connessione = postgres.getPostgresDatabase().getConnection();
        var comando = connessione.createStatement()) {
      try (var esiste =
          comando.executeQuery("select 1 from pg_database where datname = '" + quale + "'")) {
        if (!esiste.next()) {
          comando.execute("create database " + quale);
        }
      }
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
    return postgres.getJdbcUrl("postgres", quale) + POSTGRES_DI.getOrDefault(quale, "");
  }

  private static void adesso(String dataOra) {
    ClockUtil.setCurrentTime(
        Date.from(LocalDateTime.parse(dataOra).atZone(Termini.ROMA).toInstant()));
  }

  private static double tempo(Callable<?> azione) throws Exception {
    long inizio = System.nanoTime();
    azione.call();
    return (System.nanoTime() - inizio) / 1e9;
  }

  private static void avanza(String come, Object... che) {
    System.err.printf(Locale.ROOT, come + "%n", che);
  }
}
