package it.pianodizona.giro;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import it.pianodizona.comune.Termini;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.piano.Fase;
import it.pianodizona.piano.Piani;
import it.pianodizona.premialita.Premialita;
import it.pianodizona.premialita.libro.Movimento;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/**
 * The README's guided tour in a real browser, on the whole application as one gets it: from the
 * first task of the demonstration to the paid saldo. The method below is the story; the steps under
 * it say who does what. Every page on the way must be in Italian and without script errors, and
 * leaves its picture in {@code target/giro}.
 *
 * <p>What a step does many times (the signatures of all the mayors, say) is done a few times in the
 * browser and then through the engine's REST interface, as the same people.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.datasource.url=jdbc:h2:mem:giro;OPTIMIZE_REUSE_RESULTS=FALSE")
@DirtiesContext
class GiroGuidatoTest {

  private static final Duration ATTESA = Duration.ofSeconds(30);
  private static final String TRIENNIO = "2025-2027";

  @LocalServerPort private int porta;
  @Autowired private ProcessEngine motore;
  @Autowired private Piani piani;
  @Autowired private Avvisi avvisi;
  @Autowired private Premialita premialita;

  private final Map<String, Tasklist> persone = new HashMap<>();
  private Finestre finestre;
  private Sportello sportello;
  private Portale portale;

  @BeforeEach
  void apreIlBrowser() {
    // Tasklist finds the engine by name, and other tests in this JVM have one of the same
    ProcessEngines.registerProcessEngine(motore);
    var indirizzo = "http://127.0.0.1:" + porta;
    finestre = new Finestre(indirizzo, Path.of("target", "giro"));
    sportello = new Sportello(indirizzo);
    portale = new Portale(finestre.di("pubblico"));
  }

  @AfterEach
  void chiudeIlBrowser() {
    finestre.close();
    ClockUtil.reset();
  }

  @Test
  void dallaPrimaBozzaDellAvvisoAlSaldoPagato() {
    try {
      lUfficioRedigeLAvvisoEIlRupLoApprova();
      unEnteMandaLaDomandaDallaPaginaPubblicaEQuattroInventatiLoSeguono();
      leDomandeSonoIstruiteEAllaScadenzaEsceLElencoDegliAmmessi();
      iTreTavoliSiIncontranoEIlFacilitatoreScriveVerbaliESintesi();
      ilDocumentoDiPianoRaccoglieParereAudizioneEIntese();
      lAssembleaVotaIlPianoELoSchema();
      firmanoTuttiEIlSollecitoRaggiungeSoloChiManca();
      lAtsTrasmetteAllaRegione();
      ilProgettoEValutatoMaSenzaImportiLAccontoERifiutato();
      conGliImportiDellAttoRegionaleLAccontoEPagato();
      dopoLaRelazioneFinaleEPagatoIlSaldo();
      ilCicloEConcluso();
    } catch (AssertionError | PlaywrightException e) {
      finestre.fotografaTutte("ERRORE");
      throw e;
    }
  }

  private void lUfficioRedigeLAvvisoEIlRupLoApprova() {
    compito("UserTask_RedigereAvviso");
    var ospite = finestre.di("pubblico");
    ospite.vai("/");
    ospite.guarda("inizio");
    portale.tocca("udp", "Redigere avviso");
    tasklist("udp").apri("Redigere avviso").mostra("proposta di avviso").completa();

    compito("UserTask_ApprovareAvviso");
    tasklist("rup").apri("Approvare avviso").scegli("Esito", "Approvo").completa();
    attendi("l'avviso pubblicato", () -> !avvisi.pubblicati().isEmpty());
  }

  private void unEnteMandaLaDomandaDallaPaginaPubblicaEQuattroInventatiLoSeguono() {
    var numero = avvisi.pubblicati().get(0).numero();
    portale.leggeLAvviso(numero);
    portale.presentaDomanda(
        numero,
        Map.of(
            "denominazione", "Associazione Passi Montani APS",
            "formaGiuridica", "associazione di promozione sociale",
            "codiceFiscale", "03123450169",
            "sede", "via Monte Ferrante 3, 24020 Colere",
            "rappresentanteLegale", "Nadia Belotti",
            "email", "segreteria@passimontani.example",
            "runtsNumero", "77120",
            "referente", "Nadia Belotti",
            "referenteEmail", "nadia@passimontani.example",
            "risorseOfferte", "Doposcuola in tre Comuni"),
        "Ente del Terzo settore",
        "Minori e famiglia");
    assertThat(portale.posta("segreteria@passimontani.example", "ricevuta della domanda"))
        .contains("Associazione Passi Montani APS");
    portale.faInviareLeDomande();
    attendi("cinque domande da istruire", () -> compiti("UserTask_IstruireDomanda").size() == 5);
  }

  private void leDomandeSonoIstruiteEAllaScadenzaEsceLElencoDegliAmmessi() {
    tasklist("udp")
        .apri("Istruire domanda – Associazione Passi Montani APS")
        .mostra("in termine")
        .spunta("Copia del documento d'identità")
        .seleziona("Iscrizione al RUNTS", "Iscritto")
        .data("Giorno della verifica", "2024-09-12")
        .scrivi("Nota sulla verifica", "Visura del registro: iscritta, sezione APS.")
        .completa();
    tasklist("udp")
        .apri("Istruire domanda – Unione Lavoratori della Valle")
        .seleziona("Firma", "Manca")
        .spunta("Requisiti provati")
        .completa();
    compito("UserTask_ValutareAmmissibilita");
    tasklist("udp")
        .apri("Valutare ammissibilità – Unione Lavoratori della Valle")
        .mostra("art. 65, comma 1, d.lgs. 82/2005")
        .scegli("Esito dell'istruttoria", "Ammissibile")
        .scrivi("Motivo dello scostamento", "La firma è nella lettera di accompagnamento.")
        .completa();
    altri(
        "UserTask_IstruireDomanda",
        "udp",
        Map.of(
            "documentoIdentita", true,
            "runtsEsito", "ISCRITTO",
            "runtsVerificato", "2024-09-12"));
    attendi("cinque esiti da definire", () -> compiti("UserTask_DefinireEsito").size() == 5);
    tasklist("rup")
        .apri("Definire esito – Associazione Passi Montani APS")
        .scegli("Esito", "Ammessa")
        .completa();
    altri("UserTask_DefinireEsito", "rup", Map.of("esito", "AMMESSA"));

    portale.vaiAlGiorno("2024-10-03");
    compito("UserTask_ApprovareElencoAmmessi");
    tasklist("rup")
        .apri("Approvare elenco degli ammessi")
        .scrivi("Numero dell'atto", "455/2024")
        .data("Data dell'atto", "2024-10-03")
        .completa();
  }

  private void iTreTavoliSiIncontranoEIlFacilitatoreScriveVerbaliESintesi() {
    attendi("tre tavoli", () -> compiti("UserTask_ConvocareIncontri").size() == 3);
    tasklist("udp").apri("Convocare incontri – Minori e famiglia").completa();
    altri("UserTask_ConvocareIncontri", "udp", Map.of());
    attendi("nessuna convocazione da fare", () -> compiti("UserTask_ConvocareIncontri").isEmpty());
    assertThat(portale.posta("nadia@passimontani.example", "convocazione")).contains("Minori");
    portale.rispondeAllaConvocazione();
    portale.mandaUnContributo("Risorsa offerta", "Un doposcuola anche a Vilminore.");

    portale.vaiAlGiorno("2024-10-15");
    attendi("tre verbali", () -> compiti("UserTask_RegistrareVerbale").size() == 3);
    tasklist("facilitatore")
        .apri("Minori e famiglia")
        .spuntaLePrime("Presenti", 2)
        .scrivi("Verbale", "Si discute di dispersione scolastica e di spazi per gli adolescenti.")
        .mostra("Un doposcuola anche a Vilminore.")
        .aggiungi("Contributi e posizioni")
        .seleziona("Chi", "Associazione Passi Montani APS")
        .seleziona("Che cosa", "Dissenso")
        .scrivi("Testo", "Gli orari proposti non bastano.")
        .completa();
    verbaliDegliAltri();
    portale.vaiAlGiorno("2024-10-29");
    attendi("altri tre verbali", () -> compiti("UserTask_RegistrareVerbale").size() == 3);
    verbaliDegliAltri();
    portale.vaiAlGiorno("2024-11-05");
    attendi("sei verbali da approvare", () -> compiti("UserTask_ApprovareVerbale").size() == 6);
    tasklist("udp").apri("Approvare verbale – Minori e famiglia, incontro n. 1").completa();
    altri("UserTask_ApprovareVerbale", "udp", Map.of());

    attendi("tre sintesi", () -> compiti("UserTask_RedigereSintesi").size() == 3);
    tasklist("facilitatore")
        .apri("Redigere sintesi – Minori e famiglia")
        .scrivi("Bisogni emersi", "Spazi per gli adolescenti nei Comuni più piccoli")
        .scrivi("Proposte", "Doposcuola di valle")
        .mostra("Un doposcuola anche a Vilminore.")
        .completa();
    altri(
        "UserTask_RedigereSintesi",
        "facilitatore",
        Map.of(
            "bisogni", "Assistenza domiciliare nei Comuni più piccoli",
            "proposte", "Rete unica di trasporto sociale",
            "risorse", "Quaranta volontari e due sedi"));
    compito("UserTask_RedigereRelazioneConclusiva");
    tasklist("rup")
        .apri("Redigere relazione conclusiva")
        .mostra("Gli orari proposti non bastano.")
        .scrivi(
            "Relazione motivata",
            "I tavoli chiedono domiciliarità, trasporti e spazi per gli adolescenti.")
        .completa();
    assertThat(portale.posta("nadia@passimontani.example", "co-programmazione conclusa"))
        .contains("/conclusione/");
  }

  private void verbaliDegliAltri() {
    altri(
        "UserTask_RegistrareVerbale",
        "facilitatore",
        Map.of("deserto", true, "verbale", "Nessuno si presenta: l'incontro è deserto."));
  }

  private void ilDocumentoDiPianoRaccoglieParereAudizioneEIntese() {
    compito("UserTask_RedigereAnalisi");
    var rifiuto = tasklist("udp").apri("Redigere analisi").completaEVieneRifiutato();
    assertThat(rifiuto).contains("Parte 2: manca il testo");

    scriviIlDocumento();
    for (var compito : List.of("RedigereAnalisi", "DefinireObiettivi", "RedigereValutazione")) {
      var aperto = compito("UserTask_" + compito);
      tasklist("udp").apri(aperto.getName()).completa();
    }
    compito("UserTask_EsaminareBozza");
    tasklist("comitato").apri("Esaminare bozza").scegli("Parere", "Favorevole").completa();
    compito("UserTask_RegistrareAudizioneOoss");
    tasklist("udp")
        .apri("Registrare audizione dei sindacati")
        .data("Data dell'audizione", "2024-10-29")
        .scrivi("Organizzazioni sentite", "Unione Lavoratori della Valle")
        .scegli("Il documento", "Prosegue")
        .completa();
    compito("UserTask_EsprimereIntesa");
    tasklist("ats")
        .apri("Esprimere intesa – ATS Bergamo")
        .scegli("Intesa", "Intesa espressa")
        .completa();
    tasklist("asst")
        .apri("Esprimere intesa – ASST Bergamo Est")
        .scegli("Intesa", "Intesa espressa")
        .completa();
  }

  private void scriviIlDocumento() {
    var piano = piani.elenco(TRIENNIO).get(0).id();
    new PaginaDocumento(finestre.di("udp"), piano)
        .aggiungiEsito(
            Map.of(
                "obiettivo", "Sportello unico di accesso",
                "grado", "80",
                "risorse", "95",
                "cambiamento", "sì",
                "motivoCambiamento", "Un solo punto di accesso per tutti i servizi",
                "riproposto", "sì",
                "motivoRiproposto", "Da estendere all'alta valle"))
        .scriviParte(1, "")
        .scriviParte(2, "Ventiquattro Comuni montani, popolazione più anziana.")
        .scriviParte(3, "Cooperative, volontariato, fondazioni e sindacati.")
        .scriviParte(4, "Domiciliarità, famiglie giovani, lavoro e casa.")
        .aggiungiObiettivo(
            Map.ofEntries(
                Map.entry("titolo", "A casa in valle"),
                Map.entry("macroarea", "D"),
                Map.entry("descrizione", "Assistenza domiciliare integrata nei Comuni più piccoli"),
                Map.entry("target", "Persone anziane e con disabilità"),
                Map.entry("risorse", "60000"),
                Map.entry("personale", "Due assistenti sociali, sei operatori"),
                Map.entry("trasversale", "sì"),
                Map.entry("aree", "Interventi per la famiglia"),
                Map.entry("coprogettato", "sì"),
                Map.entry("attori", "ASST Bergamo Est, cooperative"),
                Map.entry("sociosanitaria", "sì"),
                Map.entry("bisogni", "Persone sole lontane dai servizi"),
                Map.entry("modalita", "Équipe mobile"),
                Map.entry("risultati", "Centoventi persone seguite"),
                Map.entry("impatto", "Meno ricoveri impropri"),
                Map.entry("premialita", "sì"),
                Map.entry("indicatore.0.descrizione", "Persone seguite a domicilio"),
                Map.entry("indicatore.0.valore", "120"),
                Map.entry("indicatore.0.unita", "persone"),
                Map.entry("indicatore.0.entro", "2027-12-31")))
        .scriviParte(5, "")
        .scriviParte(6, "Monitoraggio annuale da parte dell'Assemblea.")
        .scriviParte(7, "Percorso unico con la Casa di comunità di Clusone.")
        .nonMancaNulla();
  }

  private void lAssembleaVotaIlPianoELoSchema() {
    compito("UserTask_ConvocareAssemblea");
    tasklist("udp")
        .apri("Convocare l'Assemblea")
        .data("Prima convocazione: giorno", "2024-11-11")
        .ora("Prima convocazione: ora", "18:00")
        .data("Seconda convocazione: giorno", "2024-11-12")
        .ora("Seconda convocazione: ora", "18:00")
        .scrivi("Luogo", "Sala consiliare di Clusone")
        .scrivi("Ordine del giorno", "1. Piano di Zona 2025-2027; 2. Schema di Accordo")
        .completa();

    portale.vaiAlGiorno("2024-11-12");
    compito("UserTask_RegistrareAppelloEVoti");
    tasklist("presidente").apri("Registrare appello e voti");
    new RegistroSeduta(finestre.di("presidente"))
        .apri()
        .rispondono(20, "18:05")
        .votano("Piano di Zona", "Ardesio")
        .votano("Schema dell'Accordo di Programma", null);
    tasklist("presidente")
        .apri("Registrare appello e voti")
        .scrivi("Chi ha presieduto la seduta", "Carla Fornoni")
        .scrivi("Chi ha verbalizzato", "Ugo Neri")
        .completa();
    compito("UserTask_RegistrareDelibera");
    tasklist("udp")
        .apri("Registrare la delibera")
        .scrivi("Numero della delibera", "9/2024")
        .data("Data della delibera", "2024-11-11")
        .completa();
  }

  private void firmanoTuttiEIlSollecitoRaggiungeSoloChiManca() {
    compito("UserTask_ComporreTesto");
    tasklist("udp").apri("Comporre il testo dell'Accordo").completa();
    attendi("ventisei firme", () -> compiti("UserTask_FirmareAccordo").size() == 26);
    for (var comune : List.of("Ardesio", "Clusone")) {
      var compito =
          compiti("UserTask_FirmareAccordo").stream()
              .filter(c -> c.getName().endsWith(comune))
              .findFirst()
              .orElseThrow();
      var sindaco = chiFirma(compito);
      tasklist(sindaco)
          .apri("Firmare l'Accordo di Programma")
          .scegli("Che cosa fa l'ente", "Firma l'Accordo")
          .scrivi("Chi firma o rifiuta", "Anna Bonomelli")
          .scrivi("In qualità di", "sindaca")
          .scrivi("Atto di recepimento che autorizza la firma", "deliberazione 31/2024")
          .data("Data dell'atto", "2024-11-12")
          .scrivi(
              "Perché si registra la firma senza il file firmato",
              "Firma autografa depositata in Comune")
          .data("Data della firma", "2024-11-12")
          .completa();
      finestre.chiudi(sindaco);
    }
    var mancano = compiti("UserTask_FirmareAccordo");
    var ultimo =
        mancano.stream().filter(c -> c.getName().endsWith("Schilpario")).findFirst().orElseThrow();
    mancano.stream().filter(c -> !c.getId().equals(ultimo.getId())).forEach(this::firma);
    portale.vaiAlGiorno("2024-11-26");
    assertThat(portale.posta("sindaco@schilpario.example", "sollecito"))
        .contains("10 dicembre 2024");
    firma(ultimo);
  }

  private void lAtsTrasmetteAllaRegione() {
    compito("UserTask_AdottareAttoApprovazione");
    tasklist("presidente")
        .apri("Adottare l'atto di approvazione")
        .scrivi("Atto di approvazione", "decreto 14/2024")
        .data("Data dell'atto", "2024-11-26")
        .completa();
    compito("UserTask_TrasmettereAllaRegione");
    tasklist("ats")
        .apri("Trasmettere alla Regione")
        .data("Data di trasmissione", "2024-11-26")
        .scrivi("Protocollo dell'ATS", "G1.2024.881")
        .completa();
    compito("UserTask_RegistrareRicevuta");
    tasklist("ats")
        .apri("Registrare la ricevuta")
        .data("Data della ricevuta", "2024-11-26")
        .scrivi("Protocollo regionale", "J2.2024.0007")
        .completa();
  }

  private void ilProgettoEValutatoMaSenzaImportiLAccontoERifiutato() {
    compito("UserTask_CompilareSchedaProgetto");
    tasklist("udp")
        .apri("Compilare scheda progetto")
        .scrivi("Descrizione del progetto", "Équipe mobile di assistenza domiciliare in quota.")
        .seleziona("Macroarea", "D. Domiciliarità")
        .spunta("Il progetto è", "Co-progettato con la ASST", "Innovativo", "Trasversale")
        .scegli("Rapporto con progetti precedenti", "Progetto nuovo")
        .scrivi("Costo previsto del progetto", "60000")
        .completa();
    compito("UserTask_ValutareProgetto");
    tasklist("gruppo.tecnico")
        .apri("Valutare progetto")
        .spunta("Requisiti accertati", "Co-progettato con la ASST", "Innovativo", "Trasversale")
        .scegli("Esito", "Positivo")
        .scrivi("Giudizio", "Progetto solido e ben integrato.")
        .completa();
    compito("UserTask_LiquidareAcconto");
    var messaggio =
        tasklist("regione")
            .apri("Liquidare acconto")
            .mostra("Gli importi di questo triennio sono da completare")
            .scrivi("Numero del decreto", "118")
            .data("Data del decreto", "2024-11-26")
            .completaEVieneRifiutato();
    assertThat(messaggio).contains("da completare");
    assertThat(compiti("UserTask_LiquidareAcconto")).hasSize(1);
    assertThat(movimenti()).isEmpty();
  }

  private void conGliImportiDellAttoRegionaleLAccontoEPagato() {
    tasklist("regione")
        .avvia("Completamento dello schema di premialità")
        .scrivi("Triennio", TRIENNIO)
        .scrivi("Numero dell'atto regionale", "DGR 999")
        .data("Data dell'atto", "2024-11-26")
        .scrivi("Importo per progetto", "33333,33")
        .scrivi("Acconto (percentuale)", "20")
        .completa();
    attendi(
        "lo schema completato",
        () ->
            motore
                    .getHistoryService()
                    .createHistoricProcessInstanceQuery()
                    .processDefinitionKey("CompletamentoSchemaPremialita")
                    .finished()
                    .count()
                == 1);
    tasklist("regione")
        .apri("Liquidare acconto")
        .mostra("6.666,67")
        .scrivi("Numero del decreto", "118")
        .data("Data del decreto", "2024-11-26")
        .completa();
    attendi("l'acconto pagato", () -> movimenti().size() == 1);
  }

  private void dopoLaRelazioneFinaleEPagatoIlSaldo() {
    compito("UserTask_RendicontareProgetto");
    tasklist("udp")
        .apri("Rendicontare progetto")
        .data("Data della relazione finale", "2024-11-26")
        .scrivi("Spesa sostenuta", "58900,50")
        .scrivi("Risultati raggiunti", "Centoventi persone seguite a domicilio in nove Comuni.")
        .completa();
    compito("UserTask_ValutareEsitoFinale");
    tasklist("gruppo.tecnico")
        .apri("Valutare esito finale")
        .mostra("58.900,50")
        .scegli("Esito", "Obiettivo raggiunto")
        .scrivi("Giudizio", "Obiettivo raggiunto.")
        .completa();
    compito("UserTask_LiquidareSaldo");
    tasklist("regione")
        .apri("Liquidare saldo")
        .mostra("26.666,66")
        .scrivi("Numero del decreto", "611")
        .data("Data del decreto", "2024-11-26")
        .completa();
    attendi("il saldo pagato", () -> movimenti().size() == 2);
    assertThat(portale.posta("ufficiodipiano@ambito-50084.example", "premialità"))
        .contains("26.666,66");
  }

  private void ilCicloEConcluso() {
    attendi(
        "il ciclo concluso",
        () -> piani.elenco(TRIENNIO).stream().allMatch(p -> p.fase() == Fase.CONCLUSO));
    portale.nessunCompito();
  }

  private Tasklist tasklist(String utente) {
    return persone.computeIfAbsent(utente, u -> new Tasklist(finestre.di(u), u));
  }

  /** Waits for the first task with this id in the model. */
  private Task compito(String id) {
    attendi("il compito " + id, () -> !compiti(id).isEmpty());
    return compiti(id).get(0);
  }

  private List<Task> compiti(String id) {
    return motore.getTaskService().createTaskQuery().taskDefinitionKey(id).active().list();
  }

  /** Completes all open tasks with this id without the browser. */
  private void altri(String id, String utente, Map<String, ?> dati) {
    compiti(id).forEach(compito -> sportello.completa(utente, compito.getId(), dati));
  }

  private void firma(Task compito) {
    var oggi = ClockUtil.now().toInstant().atZone(Termini.ROMA).toLocalDate().toString();
    sportello.completa(
        chiFirma(compito),
        compito.getId(),
        Map.of(
            "esito", "FIRMATA",
            "persona", "Anna Bonomelli",
            "ruolo", "legale rappresentante",
            "atto", "deliberazione 31/2024",
            "dataAtto", oggi,
            "motivoSenzaProva", "Firma autografa depositata in Comune",
            "data", oggi));
  }

  /** The demonstration user who signs: a mayor, or who acts for ATS or ASST. */
  private String chiFirma(Task compito) {
    var gruppo =
        motore.getTaskService().getIdentityLinksForTask(compito.getId()).stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
    return motore
        .getIdentityService()
        .createUserQuery()
        .memberOfGroup(gruppo)
        .listPage(0, 1)
        .get(0)
        .getId();
  }

  private List<Movimento> movimenti() {
    return piani.elenco(TRIENNIO).stream()
        .flatMap(p -> premialita.movimenti(p.riferimento().pianoId()).stream())
        .toList();
  }

  private static void attendi(String cosa, BooleanSupplier condizione) {
    var limite = System.nanoTime() + ATTESA.toNanos();
    while (!condizione.getAsBoolean()) {
      assertThat(System.nanoTime()).as("non arriva: " + cosa).isLessThan(limite);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
