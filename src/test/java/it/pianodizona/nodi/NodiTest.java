package it.pianodizona.nodi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.pianodizona.fascicolo.comando.VerificaIntegritaComando;
import it.pianodizona.notifiche.ServerDiPosta;
import it.pianodizona.notifiche.ServerDiPosta.Momento;
import it.pianodizona.notifiche.ServerDiPosta.Preso;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several nodes, each a process of its own, on one PostgreSQL, and all that can go wrong with them
 * in a day: nothing is lost, nothing happens twice, a mail leaves at most once more with the same
 * Message-ID, and what cannot be done says why.
 *
 * <p>{@code -Dguasti.colpi=20} kills twenty times instead of twice, {@code -Dguasti.seme=N} at
 * other moments. The figures go to {@code target/nodi/misure.txt}.
 */
class NodiTest {

  private static final int COLPI = Integer.getInteger("guasti.colpi", 2);
  private static final long SEME = Long.getLong("guasti.seme", 20241002L);
  private static final Duration ATTESA = Duration.ofSeconds(120);
  private static final Duration PRENOTAZIONE_LAVORI = Duration.ofSeconds(8);
  private static final Duration PRENOTAZIONE_POSTA = Duration.ofSeconds(5);
  private static final int PIANO_COMUNI = 24;

  @TempDir Path cartella;

  private final Map<String, String> misure = new TreeMap<>();
  private Archivio archivio;
  private ServerDiPosta posta;
  private Nodo a;
  private Nodo b;
  private Nodo conOrologio;
  private String avviso;
  private int ente = 1;
  private long inizio;

  @BeforeEach
  void prepara() throws IOException {
    inizio = System.nanoTime();
    archivio = new Archivio(cartella.resolve("postgres"));
    posta = new ServerDiPosta();
    a = nodo("a");
    b = nodo("b");
  }

  private Nodo nodo(String nome) {
    return new Nodo(
        nome,
        cartella,
        archivio.ambiente("postgres"),
        List.of(
            "--spring.profiles.active=postgres",
            "--spring.datasource.hikari.maximum-pool-size=15",
            "--spring.datasource.hikari.connection-timeout=5000",
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + posta.porta(),
            "--spring.mail.properties.mail.smtp.timeout=1000",
            "--camunda.bpm.job-execution.lock-time-in-millis=" + PRENOTAZIONE_LAVORI.toMillis(),
            "--pianodizona.portale.invii-di-seguito=10000",
            "--pianodizona.posta.mittente=piano@ente.example",
            "--pianodizona.posta.intervallo=300ms",
            "--pianodizona.posta.prima-attesa=500ms",
            "--pianodizona.posta.attesa-massima=500ms",
            "--pianodizona.posta.prenotazione=" + PRENOTAZIONE_POSTA.toSeconds() + "s",
            "--pianodizona.stampe.intervallo=500ms"));
  }

  @AfterEach
  void ferma() throws IOException {
    for (var nodo : new Nodo[] {a, b, conOrologio}) {
      if (nodo != null) {
        nodo.uccidi();
      }
    }
    posta.close();
    archivio.close();
    misure.put("durata di tutto", secondi(System.nanoTime() - inizio));
    var testo = new StringBuilder();
    misure.forEach((cosa, quanto) -> testo.append(cosa).append(": ").append(quanto).append('\n'));
    var dove = Files.createDirectories(Path.of("target/nodi")).resolve("misure.txt");
    Files.writeString(dove, testo);
    System.out.print(testo);
  }

  @Test
  void unaGiornataDiGuasti() throws Exception {
    avviatiInsiemeSuUnDatabaseVuotoFannoTuttoUnaVolta();
    pubblicanoEApronoLeFirme();
    uccisiAMomentiACasoERiavviatoIlDatabaseNienteSiPerdeOSiRipete();
    ilLavoroVelenosoDiventaUnIncidenteENonFermaGliAltri();
    ancheLaStampaVelenosa();
    ilServerDiPostaSbagliaInOgniModo();
    ilDiscoPienoRifiutaIlFileELoDice();
    lOrologioSpostatoNonFaScattareNienteFuoriTempo();
    chiusoUnNodoLAltroContinuaSubito();
    ancheLUltimoNodoLasciaTuttoLibero();
    leProveSonoIntatte();
  }

  private void avviatiInsiemeSuUnDatabaseVuotoFannoTuttoUnaVolta() {
    long via = System.nanoTime();
    a.avvia();
    b.avvia();
    attendi("nodi pronti", () -> a.pronto() && b.pronto());
    misure.put("01 due nodi insieme su un database vuoto", secondi(System.nanoTime() - via));
    attendi("dimostrazione pronta", () -> compiti("UserTask_RedigereAvviso").size() == 1);

    assertThat(a.registro() + b.registro())
        .contains("Un altro nodo si sta avviando")
        .doesNotContain(" ERROR ");
    assertThat(
            archivio.numero(
                "select count(*) from pg_stat_activity where application_name = 'piano-di-zona'"))
        .as("connessioni con le impostazioni del profilo")
        .isPositive();
    assertThat(archivio.numero("select count(*) from flyway_schema_history where not success"))
        .isZero();
    assertThat(
            archivio.colonna("select version from flyway_schema_history where version is not null"))
        .doesNotHaveDuplicates();
    assertThat(archivio.numero("select count(*) from act_re_deployment")).isEqualTo(1);
    assertThat(archivio.numero("select max(version_) from act_re_procdef")).isEqualTo(1);
    assertThat(archivio.colonna("select name_ from act_ru_filter")).doesNotHaveDuplicates();
    assertThat(
            archivio.numero(
                """
                select count(*) from (
                  select 1 from act_ru_authorization
                   group by type_, group_id_, user_id_, resource_type_, resource_id_
                  having count(*) > 1) doppie"""))
        .isZero();
    assertThat(archivio.numero("select count(*) from comune")).isEqualTo(1506);
    assertThat(archivio.numero("select count(*) from triennio")).isEqualTo(1);
    for (var unico : List.of("AvvioTriennio", "PianoDiZona", "CalendarioDebiti")) {
      assertThat(
              archivio.numero(
                  "select count(*) from act_hi_procinst where proc_def_key_ = '" + unico + "'"))
          .as(unico)
          .isEqualTo(1);
    }
  }

  private void pubblicanoEApronoLeFirme() throws IOException {
    // the clock that goes wrong is on a database of its own
    archivio.crea("orologio");
    assertThat(a.completa("udp", compiti("UserTask_RedigereAvviso").get(0), Map.of()))
        .isEqualTo(204);
    attendi("avviso da approvare", () -> compiti("UserTask_ApprovareAvviso").size() == 1);
    assertThat(
            b.completa(
                "rup", compiti("UserTask_ApprovareAvviso").get(0), Map.of("esito", "APPROVATO")))
        .isEqualTo(204);
    attendi("avviso pubblicato", () -> (avviso = Domande.avviso(a)) != null);

    var piano = archivio.colonna("select id from piano").get(0);
    var avvio =
        b.restConRisposta(
            "admin",
            "POST",
            "/process-definition/key/AccordoDiProgramma/start",
            Map.of(
                "businessKey",
                "50084/2025-2027",
                "variables",
                Map.of(
                    "pianoId", Map.of("value", Long.parseLong(piano), "type", "Long"),
                    "codiceAmbito", Map.of("value", "50084", "type", "String"),
                    "triennio", Map.of("value", "2025-2027", "type", "String"),
                    "scadenzaAccordo",
                        Map.of("value", "2024-12-10T23:59:59+01:00", "type", "String"))));
    assertThat(avvio.statusCode()).as(avvio.body()).isEqualTo(200);
    attendi("testo da comporre", () -> compiti("UserTask_ComporreTesto").size() == 1);
    assertThat(a.completa("udp", compiti("UserTask_ComporreTesto").get(0), Map.of()))
        .isEqualTo(204);
    attendi("firme", () -> compiti("UserTask_FirmareAccordo").size() > PIANO_COMUNI);
  }

  private void uccisiAMomentiACasoERiavviatoIlDatabaseNienteSiPerdeOSiRipete() throws Exception {
    avvelena();
    var caso = new Random(SEME);
    var nodi = List.of(a, b);
    var giorno = giorno(COLPI > 2 ? 150 : 400);
    giorno.comincia(SEME, 2);
    giorno.firmano(SEME + 100, firmeDaRaccogliere());
    int inAvvio = 0;
    int bloccati = 0;
    for (int colpo = 1; colpo <= COLPI; colpo++) {
      var nodo = nodi.get(caso.nextInt(2));
      // one in five whatever it is doing, also starting; the others while it serves
      if (colpo % 5 != 0) {
        attendi("nodo da uccidere al lavoro", nodo::pronto);
      }
      Thread.sleep(300 + caso.nextInt(COLPI > 2 ? 4000 : 2000));
      inAvvio += nodo.inAscolto() ? 0 : 1;
      nodo.uccidi();
      bloccati +=
          (int) archivio.numero("select count(*) from act_ru_job where lock_owner_ is not null");
      nodo.avvia();
    }
    attendi("nodi di nuovo pronti", () -> a.pronto() && b.pronto());
    long prima = giorno.presentate.size();
    archivio.riavvia();
    conOrologio = nodoConOrologio();
    long riavviato = System.nanoTime();
    attendi("domande dopo il riavvio", () -> giorno.presentate.size() >= prima + 6);
    misure.put(
        "04 prime sei domande dopo il riavvio del database",
        secondi(System.nanoTime() - riavviato));
    giorno.finisci();
    ente = giorno.prossimoEnte();
    long finito = System.nanoTime();
    attendi(
        "tutto finito",
        () -> {
          riprovaSubito();
          return lavoriPronti() == 0 && postaInCoda() == 0 && senzaRicevuta() == 0;
        });
    misure.put("05 dall'ultima richiesta alla quiete", secondi(System.nanoTime() - finito));
    misure.put(
        "03 kill -9",
        "%d (durante l'avvio %d), lavori prenotati in quei momenti %d"
            .formatted(COLPI, inAvvio, bloccati));

    assertThat(giorno.stranezze).isEmpty();
    assertThat(archivio.colonna("select codice_fiscale from domanda"))
        .doesNotHaveDuplicates()
        .containsAll(giorno.presentate);
    assertThat(firmeRaccolte()).isEqualTo(giorno.firmate.size());
    misure.put(
        "06 domande presentate",
        giorno.presentate.size()
            + " durante i guasti, "
            + archivio.numero("select count(*) from domanda")
            + " in tutto");
    misure.put("07 firme", giorno.firmate.size() + "");
    misure.put("08 richieste senza risposta e ripetute", giorno.senzaRisposta + "");
    ogniCosaUnaVoltaSola(giorno.scaduti());
    ogniMessaggioAlPiuDueVolte(COLPI + 1);
  }

  /** Every count that a crash could have made wrong. */
  private void ogniCosaUnaVoltaSola(int scaduti) {
    long domande = archivio.numero("select count(*) from domanda");
    ilProtocolloNonHaBuchi();
    assertThat(archivio.colonna("select protocollo from domanda"))
        .doesNotContainNull()
        .doesNotHaveDuplicates();
    assertThat(
            archivio.numero(
                "select count(*) from act_hi_procinst"
                    + " where proc_def_key_ = 'DomandaPartecipazione'"))
        .as("procedimenti")
        .isEqualTo(domande);
    assertThat(archivio.colonna("select ricevuta_id from domanda"))
        .as("ricevute stampate")
        .doesNotContainNull()
        .doesNotHaveDuplicates();
    assertThat(archivio.numero("select count(*) from documento_fascicolo where tipo = 'RICEVUTA'"))
        .isEqualTo(domande);
    assertThat(archivio.numero("select count(*) from messaggio where scopo = 'RICEVUTA_DOMANDA'"))
        .as("una ricevuta per posta a domanda")
        .isEqualTo(domande);
    var scatti =
        archivio.colonna("select domanda_id from domanda_storia where fatto = 'TERMINE_SCADUTO'");
    assertThat(scatti).as("scadenze scattate una volta").doesNotHaveDuplicates();
    assertThat(scatti).hasSizeGreaterThanOrEqualTo(scaduti);
    assertThat(
            archivio.colonna(
                """
                select proc_inst_id_ from act_hi_actinst
                 where act_id_ = 'Timer_TermineProcedimento'"""))
        .hasSameSizeAs(scatti)
        .doesNotHaveDuplicates();
    misure.put("09 termini scattati", scatti.size() + "");
    assertThat(
            archivio.colonna(
                """
                select incident_msg_ from act_ru_incident i
                 where not exists (select 1 from act_re_procdef d
                                    where d.id_ = i.proc_def_id_ and d.key_ = 'Veleno')"""))
        .as("incidenti inattesi")
        .isEmpty();
  }

  private void ilProtocolloNonHaBuchi() {
    assertThat(
            archivio.colonna(
                "select numero from protocollo where codice_ambito = '50084' order by numero"))
        .as("numeri di protocollo senza buchi")
        .isEqualTo(
            IntStream.rangeClosed(
                    1, (int) archivio.numero("select max(ultimo_numero) from registro_protocollo"))
                .mapToObj(String::valueOf)
                .toList());
  }

  private void ogniMessaggioAlPiuDueVolte(int ripetizioniAttese) {
    var consegne =
        posta.presi.stream()
            .collect(Collectors.groupingBy(Preso::messageId, Collectors.counting()));
    assertThat(consegne.keySet())
        .as("ciò che è partito è ciò che è scritto")
        .containsExactlyInAnyOrderElementsOf(
            archivio.colonna(
                "select message_id from messaggio where stato = 'INVIATO'"
                    + " and riepilogo_id is null"));
    long ripetuti = consegne.values().stream().filter(n -> n > 1).count();
    assertThat(consegne.values()).as("al più una volta in più").allMatch(n -> n <= 2);
    assertThat(ripetuti).as("uno per colpo al massimo").isLessThanOrEqualTo(ripetizioniAttese);
    misure.put("10 messaggi", "%d, partiti due volte %d".formatted(consegne.size(), ripetuti));
  }

  /** A task whose every attempt fails, started before everything else. */
  private void avvelena() throws IOException {
    var modello =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="prova">
          <process id="Veleno" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="inizio"/>
            <sequenceFlow id="f1" sourceRef="inizio" targetRef="veleno"/>
            <serviceTask id="veleno" camunda:asyncBefore="true"
              camunda:expression="${nonEsiste.fai()}">
              <extensionElements>
                <camunda:failedJobRetryTimeCycle>R3/PT1S</camunda:failedJobRetryTimeCycle>
              </extensionElements>
            </serviceTask>
            <sequenceFlow id="f2" sourceRef="veleno" targetRef="fine"/>
            <endEvent id="fine"/>
          </process>
        </definitions>
        """;
    deposita(b, "veleno.bpmn", modello);
    assertThat(b.rest("admin", "POST", "/process-definition/key/Veleno/start", Map.of()))
        .isEqualTo(200);
  }

  private static void deposita(Nodo nodo, String nome, String modello) throws IOException {
    var corpo =
        "--confine\r\nContent-Disposition: form-data; name=\"data\"; filename=\"%s\"\r\n\r\n%s\r\n--confine--\r\n"
            .formatted(nome, modello);
    var risposta =
        nodo.invia(
            nodo.richiesta("/engine-rest/deployment/create")
                .header(
                    "Authorization",
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString("admin:demo".getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "multipart/form-data; boundary=confine")
                .POST(BodyPublishers.ofString(corpo))
                .build());
    assertThat(risposta.statusCode()).as(risposta.body()).isEqualTo(200);
  }

  private void ilLavoroVelenosoDiventaUnIncidenteENonFermaGliAltri() {
    var motivi =
        archivio.colonna(
            """
            select i.incident_msg_ from act_ru_incident i
              join act_re_procdef d on d.id_ = i.proc_def_id_ where d.key_ = 'Veleno'""");
    assertThat(motivi).singleElement().asString().contains("nonEsiste");
    assertThat(
            archivio.numero(
                "select count(*) from act_hi_job_log where act_id_ = 'veleno' and job_state_ = 1"))
        .as("tentativi")
        .isEqualTo(3);
    misure.put("11 lavoro velenoso", "3 tentativi, un incidente: " + motivi.get(0));
  }

  private void ancheLaStampaVelenosa() {
    var domanda = archivio.colonna("select max(id) from domanda").get(0);
    var categoria = archivio.colonna("select categoria from domanda where id = " + domanda).get(0);
    archivio.esegui(
        "update domanda set ricevuta_id = null, categoria = 'VELENO' where id = " + domanda);
    attendi(
        "stampa segnalata",
        () -> stampeFallite().stream().anyMatch(motivo -> motivo.contains("VELENO")));
    assertThat(stampeFallite())
        .singleElement()
        .asString()
        .contains("ricevuta della domanda " + domanda);
    archivio.esegui(
        "update domanda set categoria = '%s' where id = %s".formatted(categoria, domanda));
    attendi("stampa riuscita", () -> senzaRicevuta() == 0 && stampeFallite().isEmpty());
  }

  private List<String> stampeFallite() {
    return archivio.colonna(
        "select incident_msg_ from act_ru_incident where incident_type_ = 'stampaFallita'");
  }

  private void ilServerDiPostaSbagliaInOgniModo() throws IOException {
    int prima = posta.presi.size();
    // one after the other: what concerns the whole server
    posta.spegni();
    var spento = presenta();
    attendiErrore(spento, "Server di posta non raggiungibile");
    posta.torna();
    attendiStato(spento, "INVIATO");
    posta.taci();
    var muto = presenta();
    attendiErrore(muto, "Server di posta non raggiungibile");
    posta.torna();
    attendiStato(muto, "INVIATO");
    // together: what concerns one recipient
    posta.rifiuta(indirizzo(ente), "451 4.7.1 riprovare");
    posta.rifiuta(indirizzo(ente + 1), "550 5.1.1 casella inesistente");
    posta.rifiutaIlTesto(indirizzo(ente + 2), "554 5.7.1 contenuto rifiutato");
    var perOra = presenta();
    var inesistente = presenta();
    var contenuto = presenta();
    attendiErrore(perOra, "Rifiutato per ora: 451");
    posta.accetta(perOra);
    attendiStato(perOra, "INVIATO");
    attendiIncidente(inesistente, "550 5.1.1 casella inesistente");
    attendiIncidente(contenuto, "554 5.7.1 contenuto rifiutato");
    // last: the server has the text and nobody hears so, once and for ever
    posta.interrompi(Momento.DOPO_IL_MESSAGGIO);
    var ignoto = presenta();
    attendiIncidente(ignoto, "Il messaggio può essere arrivato");
    posta.torna();
    attendi("posta ferma", () -> postaInCoda() == 0);

    Function<String, Long> arrivi =
        chi -> posta.presi.stream().filter(p -> p.destinatario().equals(chi)).count();
    assertThat(List.of(spento, muto, perOra)).extracting(arrivi::apply).containsOnly(1L);
    assertThat(List.of(inesistente, contenuto)).extracting(arrivi::apply).containsOnly(0L);
    assertThat(arrivi.apply(ignoto)).as("due copie, non di più").isEqualTo(2);
    assertThat(
            posta.presi.stream()
                .filter(p -> p.destinatario().equals(ignoto))
                .map(Preso::messageId)
                .distinct())
        .hasSize(1);
    misure.put(
        "12 posta",
        "server spento, muto, 451: una copia; 550 e 554: nessuna e un incidente;"
            + " caduto dopo DATA a ogni invio: due copie e un incidente");
    assertThat(posta.presi.size()).isGreaterThan(prima);
  }

  /** Presents a domanda and gives back the address that gets its receipt. */
  private String presenta() throws IOException {
    int n = ente++;
    assertThat(new Domande(avviso).compila(a, n, 20_000).invia(a)).isEqualTo(302);
    return indirizzo(n);
  }

  private static String indirizzo(int n) {
    return "ente" + n + "@prova.example";
  }

  private void attendiErrore(String destinatario, String motivo) {
    attendi(
        motivo,
        () ->
            archivio
                .colonna(
                    "select coalesce(ultimo_errore, '') from messaggio where stato = 'IN_CODA'"
                        + " and destinatario_email = '"
                        + destinatario
                        + "'")
                .stream()
                .anyMatch(e -> e.contains(motivo)));
  }

  private void attendiStato(String destinatario, String stato) {
    attendi(
        destinatario + " " + stato,
        () ->
            archivio
                .colonna(
                    "select distinct stato from messaggio where destinatario_email = '"
                        + destinatario
                        + "'")
                .equals(List.of(stato)));
  }

  private void attendiIncidente(String destinatario, String motivo) {
    attendi(
        motivo,
        () ->
            archivio
                .colonna(
                    """
                    select i.incident_msg_ from act_ru_incident i
                      join messaggio m on m.incidente = i.id_
                     where m.stato = 'FALLITO' and m.destinatario_email = '%s'"""
                        .formatted(destinatario))
                .stream()
                .anyMatch(m -> m.contains(motivo)));
  }

  private void ilDiscoPienoRifiutaIlFileELoDice() throws IOException {
    var modulo = new Domande(avviso).compila(a, ente++, 6_000_000);
    long prima = archivio.numero("select count(*) from domanda");
    long documenti = archivio.numero("select count(*) from documento_fascicolo");
    // a node killed while it received a file leaves a piece of it behind
    var resti = a.resti();
    a.disco("4000000");
    int stato = modulo.invia(a);
    a.disco("unlimited");
    assertThat(stato).isEqualTo(507);
    assertThat(archivio.numero("select count(*) from domanda")).isEqualTo(prima);
    assertThat(archivio.numero("select count(*) from documento_fascicolo")).isEqualTo(documenti);
    assertThat(a.resti()).containsExactlyInAnyOrderElementsOf(resti);
    assertThat(a.registro()).contains("Disco pieno");
    assertThat(modulo.invia(a)).as("lo stesso modulo, con il disco libero").isEqualTo(302);
    assertThat(archivio.numero("select count(*) from domanda")).isEqualTo(prima + 1);
    misure.put("13 disco pieno", "risposta 507, niente di scritto, lo stesso modulo poi accettato");
  }

  private Nodo nodoConOrologio() {
    var nodo =
        new Nodo(
            "orologio",
            cartella,
            archivio.ambiente("orologio"),
            List.of(
                "--spring.profiles.active=postgres",
                "--spring.datasource.hikari.maximum-pool-size=15",
                "--pianodizona.dimostrazione.attiva=false",
                "--pianodizona.posta.attiva=false",
                "--pianodizona.orologio.intervallo=500ms"));
    nodo.avvia();
    return nodo;
  }

  private void lOrologioSpostatoNonFaScattareNienteFuoriTempo() throws IOException {
    attendi("nodo con l'orologio pronto", conOrologio::pronto);
    deposita(
        conOrologio,
        "attesa.bpmn",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="prova">
          <process id="Attesa" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="inizio"/>
            <sequenceFlow id="f1" sourceRef="inizio" targetRef="attesa"/>
            <intermediateCatchEvent id="attesa">
              <timerEventDefinition><timeDate>${quando}</timeDate></timerEventDefinition>
            </intermediateCatchEvent>
            <sequenceFlow id="f2" sourceRef="attesa" targetRef="fine"/>
            <endEvent id="fine"/>
          </process>
        </definitions>
        """);
    var quando = OffsetDateTime.now().plusSeconds(6);
    assertThat(
            conOrologio.rest(
                "admin",
                "POST",
                "/process-definition/key/Attesa/start",
                Map.of("variables", Map.of("quando", Map.of("value", quando.toString())))))
        .isEqualTo(200);
    // an hour ahead: the timer looks due, and must not fire
    conOrologio.orologio(3600);
    attendi("il nodo dice che non sta bene", () -> !conOrologio.pronto());
    attendi("lavori fermi", () -> conOrologio.registro().contains("lavori fermi"));
    assertThat(conOrologio.rest("admin", "POST", "/process-definition/key/Attesa/start", Map.of()))
        .as("ciò che verrebbe scritto con l'ora sbagliata è rifiutato")
        .isEqualTo(503);
    await()
        .during(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(2))
        .until(() -> scattati().isEmpty());
    // an hour behind
    conOrologio.orologio(-3600);
    assertThat(conOrologio.pronto()).isFalse();
    conOrologio.orologio(0);
    attendi("il nodo sta di nuovo bene", conOrologio::pronto);
    attendi("scadenza scattata", () -> scattati().size() == 1);
    var ritardo =
        Duration.between(quando.toInstant(), OffsetDateTime.parse(scattati().get(0)).toInstant());
    assertThat(ritardo).isPositive();
    misure.put(
        "14 orologio un'ora avanti, poi indietro",
        "nessuno scatto fuori tempo; tornato giusto, scattato una volta con "
            + ritardo.toMillis()
            + " ms di ritardo");
  }

  private List<String> scattati() {
    return archivio.colonna(
        "orologio",
        """
        select to_char(end_time_ at time zone 'Europe/Rome' at time zone 'UTC',
                       'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
          from act_hi_actinst where act_id_ = 'attesa' and end_time_ is not null""");
  }

  /** Rolling restart: what the closed node had reserved does not wait for the reservation. */
  private void chiusoUnNodoLAltroContinuaSubito() throws Exception {
    var giorno = giorno(0);
    giorno.comincia(SEME, 6);
    attendi("domande in corso", () -> giorno.presentate.size() >= 12);
    b.chiudi();
    giorno.finisci();
    ente = giorno.prossimoEnte();
    long chiuso = System.nanoTime();
    attendi("lavoro finito dall'altro", () -> lavoriPronti() == 0 && postaInCoda() == 0);
    misure.put(
        "15 dopo la chiusura di un nodo l'altro ha finito in", secondi(System.nanoTime() - chiuso));
    assertThat(b.registro()).contains("Lavori lasciati agli altri nodi");
  }

  /** With the mail server silent and jobs waiting: nothing stays reserved for who is not there. */
  private void ancheLUltimoNodoLasciaTuttoLibero() throws Exception {
    posta.taci();
    for (int i = 0; i < 8; i++) {
      presenta();
    }
    a.chiudi();
    assertThat(archivio.numero("select count(*) from act_ru_job where lock_owner_ is not null"))
        .as("lavori prenotati")
        .isZero();
    assertThat(
            archivio.numero(
                "select count(*) from corsia_posta"
                    + " where presa_fino_a > now() + interval '600 milliseconds'"))
        .as("corsie della posta prese")
        .isZero();
    posta.torna();
  }

  private void leProveSonoIntatte() {
    ilProtocolloNonHaBuchi();
    var testo = new ByteArrayOutputStream();
    var uscita = new PrintStream(testo, true, StandardCharsets.UTF_8);
    int codice =
        VerificaIntegritaComando.esegui(
            List.of(
                "--spring.datasource.url=" + archivio.indirizzo("postgres"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres"),
            uscita,
            uscita);
    assertThat(codice).as(testo.toString(StandardCharsets.UTF_8)).isZero();
  }

  private GiornoDiScadenza giorno(long pausa) {
    return new GiornoDiScadenza(List.of(a, b), avviso, ente, 100_000, pausa);
  }

  private List<String> compiti(String definizione) {
    return archivio.colonna(
        "select id_ from act_ru_task where task_def_key_ = '" + definizione + "'");
  }

  /** The user who signs, by task. */
  private Map<String, String> firmeDaRaccogliere() {
    return archivio
        .colonna(
            """
            select t.id_ || ' ' || l.group_id_ from act_ru_task t
              join act_ru_identitylink l on l.task_id_ = t.id_
             where t.task_def_key_ = 'UserTask_FirmareAccordo' and l.group_id_ is not null""")
        .stream()
        .map(riga -> riga.split(" "))
        .collect(
            Collectors.toMap(
                riga -> riga[0], riga -> riga[1].replaceFirst("^comune\\.", "sindaco.")));
  }

  private long firmeRaccolte() {
    return archivio.numero("select count(*) from firma where esito = 'FIRMATA'");
  }

  /** Jobs that could run now, by the demonstration's clock. */
  /** A job that met the restart of the database tries again in five minutes: not to wait for it. */
  private void riprovaSubito() {
    archivio.esegui(
        """
        update act_ru_job set duedate_ = timestamp '2024-09-12 09:00:00', rev_ = rev_ + 1
         where retries_ > 0 and exception_msg_ is not null and lock_owner_ is null
           and duedate_ > timestamp '2024-09-12 09:00:00'""");
  }

  private long lavoriPronti() {
    return archivio.numero(
        """
        select count(*) from act_ru_job
         where retries_ > 0 and suspension_state_ = 1
           and (duedate_ is null or duedate_ <= timestamp '2024-09-12 09:00:00')""");
  }

  private long postaInCoda() {
    return archivio.numero("select count(*) from messaggio where stato = 'IN_CODA'");
  }

  private long senzaRicevuta() {
    return archivio.numero("select count(*) from domanda where ricevuta_id is null");
  }

  private static String secondi(long nano) {
    return "%.1f s".formatted(nano / 1e9);
  }

  private void attendi(String cosa, Callable<Boolean> condizione) {
    await(cosa)
        .atMost(ATTESA)
        .pollInterval(Duration.ofMillis(100))
        .failFast(
            "un nodo si è fermato da solo",
            () -> Stream.of(a, b, conOrologio).filter(Objects::nonNull).anyMatch(Nodo::mortoDaSolo))
        .ignoreExceptionsMatching(e -> e instanceof IOException)
        .until(condizione);
  }
}
