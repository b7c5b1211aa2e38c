package it.pianodizona.simulazione.comando;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.simulazione.Parametri;
import it.pianodizona.simulazione.Profilo;
import it.pianodizona.simulazione.Rapporto;
import it.pianodizona.simulazione.Scenario;
import it.pianodizona.simulazione.processo.Corsa;
import it.pianodizona.simulazione.processo.SimulazioneInterrotta;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/**
 * {@code simula}: plays a whole triennio of the Region in virtual time on a database of its own and
 * writes what came out. Progress goes to standard error; the last line of standard output is one
 * JSON object.
 */
@Command(
    name = SimulaComando.NOME,
    description = SimulaComando.DESCRIZIONE,
    sortOptions = false,
    synopsisHeading = "Uso: java -jar piano-di-zona.jar ",
    optionListHeading = "%nOpzioni:%n")
public final class SimulaComando implements Callable<Integer> {

  public static final String NOME = "simula";
  public static final String DESCRIZIONE =
      "percorre un intero triennio della Regione in un tempo simulato e ne scrive il rapporto";

  private static final DateTimeFormatter GIORNO =
      DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final int TUTTI_GLI_AMBITI = 91;
  private static final int RIUSCITA = 0;
  private static final int INTERROTTA = 1;
  private static final int NON_ESEGUITA = 2;

  @Option(
      names = "--triennio",
      defaultValue = "2021-2023",
      description = "il triennio (predefinito: ${DEFAULT-VALUE})")
  private String triennio;

  @Option(
      names = "--ambiti",
      description =
          "quanti Ambiti, in ordine di codice (predefinito: 91); con --da sono quelli della copia")
  private Integer ambiti;

  @Option(
      names = "--seme",
      defaultValue = "1",
      description = "lo stesso seme dà lo stesso risultato (predefinito: ${DEFAULT-VALUE})")
  private long seme;

  @Option(
      names = "--profilo",
      defaultValue = "reale-2018",
      description =
          "come si comportano le persone: puntuale, reale-2018, difficile (predefinito:"
              + " ${DEFAULT-VALUE})")
  private String profilo;

  @Option(
      names = "--uscita",
      required = true,
      description = "la cartella del rapporto; viene creata")
  private Path uscita;

  @Option(
      names = "--database",
      description =
          "indirizzo JDBC di un database vuoto, per esempio"
              + " jdbc:postgresql://localhost/simulazione; senza, un file temporaneo")
  private String database;

  @Option(names = "--utente", description = "utente del database di --database")
  private String utente;

  @Option(
      names = "--password",
      arity = "0..1",
      interactive = true,
      description = "password dell'utente; senza valore viene chiesta")
  private String password;

  @Option(
      names = "--da",
      description =
          "copia di un database H2 (file .mv.db) con un triennio avviato: la simulazione riparte da"
              + " lì; la copia non viene cambiata")
  private Path da;

  @Option(
      names = "--nuovo-termine",
      description =
          "con --da o da sola: la Regione sposta a questo giorno il termine per l'Accordo"
              + " (gg/mm/aaaa o aaaa-mm-gg)")
  private LocalDate nuovoTermine;

  @Option(
      names = "--atto-il",
      description =
          "giorno dell'atto che sposta il termine; se è già passato, subito (predefinito: undici"
              + " giorni prima del termine)")
  private LocalDate attoIl;

  @Option(names = "--senza-proroga", description = "il termine resta quello fissato all'inizio")
  private boolean senzaProroga;

  @Option(
      names = "--fino-al",
      description =
          "ultimo giorno simulato (predefinito: 31 marzo del secondo anno dopo il triennio)")
  private LocalDate finoAl;

  @Option(
      names = "--conserva-database",
      description = "lascia nella cartella il database della simulazione")
  private boolean conserva;

  @Option(
      names = {"-h", "--aiuto"},
      usageHelp = true,
      description = "mostra queste opzioni")
  private boolean aiuto;

  private final Class<?> applicazione;
  private final PrintStream fuori;
  private final PrintStream errori;

  private SimulaComando(Class<?> applicazione, PrintStream fuori, PrintStream errori) {
    this.applicazione = applicazione;
    this.fuori = fuori;
    this.errori = errori;
  }

  /**
   * @param applicazione the class that Spring Boot starts
   * @return 0 when the run reached its last day, 1 when something stopped it, 2 when it could not
   *     begin
   */
  public static int esegui(
      Class<?> applicazione, List<String> opzioni, PrintStream fuori, PrintStream errori) {
    var riga = new CommandLine(new SimulaComando(applicazione, fuori, errori));
    riga.registerConverter(LocalDate.class, SimulaComando::giorno);
    riga.setOut(new PrintWriter(fuori, true));
    riga.setErr(new PrintWriter(errori, true));
    riga.setExecutionExceptionHandler(
        (errore, comando, esito) -> {
          errori.println();
          errori.println(errore.getMessage());
          if (!(errore instanceof DatoNonValido)) {
            errore.printStackTrace(errori);
          }
          return errore instanceof SimulazioneInterrotta ? INTERROTTA : NON_ESEGUITA;
        });
    riga.setParameterExceptionHandler(
        (errore, argomenti) -> {
          errori.println(inItaliano(errore));
          errore.getCommandLine().usage(errori);
          return NON_ESEGUITA;
        });
    return riga.execute(opzioni.toArray(String[]::new));
  }

  @Override
  public Integer call() throws Exception {
    var parametri = parametri();
    TimeZone.setDefault(TimeZone.getTimeZone(Termini.ROMA));
    Locale.setDefault(Locale.ITALY);
    Files.createDirectories(uscita);
    var lavoro = uscita.resolve("database");
    FileSystemUtils.deleteRecursively(lavoro);
    if (da != null) {
      Files.createDirectories(lavoro);
      Files.copy(da, lavoro.resolve("simulazione.mv.db"));
    }
    try (var posta = new RicevitoreSmtp()) {
      // the last line, when nothing else can speak any more
      fuori.println(gioca(parametri, posta, lavoro));
    } finally {
      if (!conserva) {
        FileSystemUtils.deleteRecursively(lavoro);
      }
    }
    return RIUSCITA;
  }

  private String gioca(Parametri parametri, RicevitoreSmtp posta, Path lavoro) {
    long inizio = System.nanoTime();
    try (var contesto =
        new SpringApplicationBuilder(applicazione)
            .logStartupInfo(false)
            .run(
                proprieta(posta, lavoro).entrySet().stream()
                    .map(p -> "--" + p.getKey() + "=" + p.getValue())
                    .toArray(String[]::new))) {
      long avviata = System.nanoTime();
      var barra = new Barra(errori, inizio);
      var esito = contesto.getBean(Corsa.class).corri(parametri, barra::avanza);
      long finita = System.nanoTime();
      barra.fine();
      contesto.getBean(Rapporto.class).scrivi(uscita, parametri);
      return riassunto(parametri, esito, posta, secondi(inizio, avviata), secondi(avviata, finita));
    }
  }

  private Parametri parametri() throws IOException {
    var scenario = Scenario.leggi(triennio);
    controlla(scenario);
    if (senzaProroga || nuovoTermine != null || da != null) {
      scenario = scenario.conProroga(proroga(scenario));
    }
    return new Parametri(
        scenario,
        ambiti == null ? TUTTI_GLI_AMBITI : ambiti,
        seme,
        profilo,
        Profilo.leggi(profilo),
        finoAl == null ? scenario.fine() : finoAl,
        da != null);
  }

  private void controlla(Scenario scenario) throws IOException {
    if (ambiti != null && (ambiti < 1 || ambiti > TUTTI_GLI_AMBITI)) {
      throw new DatoNonValido("--ambiti", ambiti, "un numero da 1 a " + TUTTI_GLI_AMBITI);
    }
    var fine = finoAl == null ? scenario.fine() : finoAl;
    if (!fine.isAfter(scenario.avvio())) {
      throw new DatoNonValido(
          "--fino-al", finoAl, "un giorno dopo il " + scenario.avvio() + ", avvio del triennio");
    }
    if (da != null) {
      controllaLaCopia();
    }
    if (nuovoTermine == null) {
      if (attoIl != null) {
        throw DatoNonValido.regola("--atto-il", "serve anche --nuovo-termine.");
      }
      return;
    }
    if (senzaProroga) {
      throw DatoNonValido.regola("--senza-proroga", "non va insieme a --nuovo-termine.");
    }
    if (!nuovoTermine.isAfter(scenario.scadenzaAccordo())) {
      throw new DatoNonValido(
          "--nuovo-termine",
          nuovoTermine,
          "un giorno dopo il " + scenario.scadenzaAccordo() + ", termine del triennio");
    }
    if (attoIl != null
        && (!attoIl.isAfter(scenario.avvio())
            || attoIl.isAfter(nuovoTermine)
            || attoIl.isAfter(fine))) {
      throw new DatoNonValido(
          "--atto-il",
          attoIl,
          "un giorno dopo il %s e non oltre il %s"
              .formatted(scenario.avvio(), nuovoTermine.isBefore(fine) ? nuovoTermine : fine));
    }
  }

  private void controllaLaCopia() throws IOException {
    if (!Files.isRegularFile(da) || !diH2(da)) {
      throw new DatoNonValido("--da", da, "un file .mv.db esistente");
    }
    if (database != null) {
      throw DatoNonValido.regola("--database", "non va insieme a --da.");
    }
    if (ambiti != null) {
      throw DatoNonValido.regola(
          "--ambiti", "non va insieme a --da: gli Ambiti sono quelli della copia.");
    }
  }

  private static boolean diH2(Path file) throws IOException {
    try (var inizio = Files.newInputStream(file)) {
      return new String(inizio.readNBytes(4), StandardCharsets.US_ASCII).equals("H:2,");
    }
  }

  /** A day as people write it, or as ISO 8601 has it. */
  private static LocalDate giorno(String testo) {
    try {
      return testo.contains("/") ? LocalDate.parse(testo, GIORNO) : LocalDate.parse(testo);
    } catch (DateTimeParseException e) {
      throw new CommandLine.TypeConversionException("«%s» non è un giorno".formatted(testo));
    }
  }

  private static String inItaliano(CommandLine.ParameterException errore) {
    if (errore instanceof CommandLine.UnmatchedArgumentException sconosciuta) {
      return "Opzione sconosciuta: " + String.join(" ", sconosciuta.getUnmatched());
    }
    if (errore instanceof CommandLine.MissingParameterException mancante) {
      return "Manca "
          + mancante.getMissing().stream()
              .map(m -> m instanceof OptionSpec o ? o.longestName() : m.paramLabel())
              .collect(Collectors.joining(", "));
    }
    if (errore.getArgSpec() instanceof OptionSpec opzione) {
      return "%s: il valore %s non è valido; è ammesso %s"
          .formatted(opzione.longestName(), errore.getValue(), ammesso(opzione.type()));
    }
    return errore.getMessage();
  }

  private static String ammesso(Class<?> tipo) {
    if (tipo == LocalDate.class) {
      return "un giorno che esiste, gg/mm/aaaa o aaaa-mm-gg";
    }
    return Number.class.isAssignableFrom(tipo) || tipo.isPrimitive()
        ? "un numero intero"
        : "un altro valore";
  }

  private Scenario.Proroga proroga(Scenario scenario) {
    if (nuovoTermine == null) {
      return null;
    }
    var giorno = attoIl != null ? attoIl : scenario.scadenzaAccordo().minusDays(11);
    return new Scenario.Proroga(
        "Atto regionale di prova", giorno, nuovoTermine, "Ipotesi di un termine diverso.");
  }

  private Map<String, Object> proprieta(RicevitoreSmtp posta, Path lavoro) {
    var proprieta = new LinkedHashMap<String, Object>();
    proprieta.put(
        "spring.datasource.url",
        database != null
            ? database
            : "jdbc:h2:file:"
                + lavoro.resolve("simulazione").toAbsolutePath()
                + ";DB_CLOSE_ON_EXIT=FALSE;OPTIMIZE_REUSE_RESULTS=FALSE;QUERY_CACHE_SIZE=128"
                + ";TRACE_LEVEL_FILE=0");
    if (utente != null) {
      proprieta.put("spring.datasource.username", utente);
      proprieta.put("spring.datasource.password", password == null ? "" : password);
    }
    proprieta.put("pianodizona.simulazione.attiva", "true");
    proprieta.put("pianodizona.dimostrazione.attiva", "false");
    proprieta.put("pianodizona.posta.attiva", "false");
    proprieta.put("pianodizona.posta.prenotazione", "PT1H");
    proprieta.put("pianodizona.regione.email", "famiglia@regione.example");
    proprieta.put("spring.mail.host", "127.0.0.1");
    proprieta.put("spring.mail.port", String.valueOf(posta.porta()));
    proprieta.put("camunda.bpm.job-execution.enabled", "false");
    proprieta.put("camunda.bpm.id-generator", "simple");
    proprieta.put("server.address", "127.0.0.1");
    proprieta.put("server.port", "0");
    proprieta.put("logging.level.root", "warn");
    return proprieta;
  }

  private String riassunto(
      Parametri parametri, Corsa.Esito esito, RicevitoreSmtp posta, double avvio, double corsa) {
    var memoria = Runtime.getRuntime();
    var voci = new LinkedHashMap<String, String>();
    voci.put("triennio", '"' + parametri.triennio() + '"');
    voci.put("profilo", '"' + parametri.nomeProfilo() + '"');
    voci.put("seme", String.valueOf(seme));
    voci.put("ambiti", String.valueOf(esito.ambiti()));
    voci.put("istanze", String.valueOf(esito.istanze()));
    voci.put("compiti", String.valueOf(esito.compiti()));
    voci.put("lavori", String.valueOf(esito.lavori()));
    voci.put("compitiAperti", String.valueOf(esito.compitiAperti()));
    voci.put("messaggi", String.valueOf(posta.messaggi()));
    voci.put("byteDiPosta", String.valueOf(posta.byteRicevuti()));
    voci.put("secondiDiAvvio", numero(avvio));
    voci.put("secondi", numero(corsa));
    voci.put("istanzeAlSecondo", numero(esito.istanze() / corsa));
    voci.put("compitiAlSecondo", numero(esito.compiti() / corsa));
    voci.put("lavoriAlSecondo", numero(esito.lavori() / corsa));
    voci.put("messaggiAlSecondo", numero(posta.messaggi() / corsa));
    voci.put("memoriaMassimaMB", String.valueOf(memoria.maxMemory() >> 20));
    var json = new StringBuilder("{");
    voci.forEach(
        (nome, valore) ->
            json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(nome)
                .append("\":")
                .append(valore));
    return json.append("}").toString();
  }

  private static double secondi(long da, long a) {
    return (a - da) / 1e9;
  }

  private static String numero(double valore) {
    return String.format(Locale.ROOT, "%.1f", valore);
  }

  /** The bar on standard error, with the virtual day. */
  private static final class Barra {

    private static final int LARGHEZZA = 30;

    private final PrintStream dove;
    private final long inizio;
    private long ultima;

    Barra(PrintStream dove, long inizio) {
      this.dove = dove;
      this.inizio = inizio;
    }

    void avanza(LocalDate giorno, double quota) {
      long adesso = System.nanoTime();
      if (adesso - ultima < 200_000_000L && quota < 1) {
        return;
      }
      ultima = adesso;
      int pieni = (int) Math.round(quota * LARGHEZZA);
      dove.printf(
          Locale.ITALY,
          "\r[%s%s] %3.0f%%  %td/%<tm/%<tY  %.0f s ",
          "#".repeat(pieni),
          "·".repeat(LARGHEZZA - pieni),
          quota * 100,
          giorno,
          (adesso - inizio) / 1e9);
      dove.flush();
    }

    void fine() {
      dove.println();
    }
  }
}
