package it.pianodizona.giro;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.Comune;
import it.pianodizona.assemblea.SedutaFixture;
import it.pianodizona.assemblea.Sedute;
import it.pianodizona.comune.Denaro;
import it.pianodizona.coprogrammazione.BozzeAvviso;
import it.pianodizona.dimostrazione.AvvisoDiClusone;
import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.Macroarea;
import it.pianodizona.documento.SchedaObiettivo;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Triennio;
import it.pianodizona.premialita.Progetti;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/**
 * The nine roles, each in a browser of its own: the lists it finds at its first login, one task of
 * its own completed, and a task of the same kind in another Ambito that does not exist for it,
 * neither by its address in Tasklist nor through the engine's REST interface. The Region and its
 * gruppo tecnico belong to every Ambito: for them the others' tasks are those of other offices.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:ruoli;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE",
      "camunda.bpm.job-execution.enabled=false",
      "pianodizona.posta.attiva=false",
      "pianodizona.dimostrazione.attiva=false"
    })
@DirtiesContext
class NoveRuoliTest extends ProvaDiProcesso {

  /** Same ATS, other ASST and other Comuni. */
  private static final String VICINO = "50001";

  /** Another ATS. */
  private static final String LONTANO = "50002";

  private static final List<String> PER_TUTTI =
      List.of(
          "Del mio ufficio", "I miei compiti", "In scadenza entro 7 giorni", "Scaduti", "Tutti");

  @LocalServerPort private int porta;
  @Autowired private BozzeAvviso bozze;
  @Autowired private Documenti documenti;
  @Autowired private Progetti progetti;
  @Autowired private Sedute sedute;
  @Autowired private Anagrafica anagrafica;

  private final List<String> falliti = new ArrayList<>();
  private Finestre finestre;
  private Sportello sportello;
  private int anno = 2040;

  @BeforeEach
  void apreIlBrowser() {
    ProcessEngines.registerProcessEngine(motore);
    var indirizzo = "http://127.0.0.1:" + porta;
    finestre = new Finestre(indirizzo, Path.of("target", "ruoli"));
    sportello = new Sportello(indirizzo);
  }

  @AfterEach
  void chiudeIlBrowser() {
    finestre.close();
  }

  @Test
  void ognunoTrovaISuoiElenchiFaIlSuoCompitoENonRaggiungeQuelloDiUnAltroAmbito() {
    var qui = new Compiti(AMBITO);
    var vicino = new Compiti(VICINO);
    var lontano = new Compiti(LONTANO);

    prova(
        "udp",
        List.of(
            "Firme mancanti",
            "Fase 1 – Co-programmazione",
            "Fase 2 – Documento di Piano",
            "Fase 3 – Assemblea",
            "Fase 4 – Accordo di Programma",
            "Fase 5 – Premialità",
            "Flussi informativi"),
        qui.nomina,
        modulo ->
            modulo
                .scrivi("Nome e cognome del RUP", "Paolo Gherardini")
                .scrivi("Numero della determina", "412/2024")
                .data("Data della determina", "2024-09-05")
                .scrivi("Numero dell'atto di indirizzo", "7/2024")
                .data("Data dell'atto di indirizzo", "2024-08-30")
                .scrivi("Priorità fissate dall'Assemblea", "Domiciliarità e famiglie"),
        vicino.nomina);
    var oggi = ClockUtil.getCurrentTime();
    // a notice is approved while its deadline is still to come
    adesso("2024-09-12T10:00");
    prova(
        "rup",
        List.of(
            "Firme mancanti",
            "Fase 1 – Co-programmazione",
            "Fase 2 – Documento di Piano",
            "Fase 3 – Assemblea"),
        qui.approvazione,
        modulo -> modulo.scegli("Esito", "Approvo"),
        vicino.approvazione);
    ClockUtil.setCurrentTime(oggi);
    prova(
        "presidente",
        List.of(
            "Firme mancanti",
            "Fase 2 – Documento di Piano",
            "Fase 3 – Assemblea",
            "Fase 4 – Accordo di Programma"),
        qui.appello,
        modulo ->
            modulo
                .scrivi("Chi ha presieduto la seduta", "Luisa Marchetti")
                .scrivi("Chi ha verbalizzato", "Ugo Neri"),
        vicino.appello);
    prova(
        "sindaco.016012",
        List.of("Fase 4 – Accordo di Programma"),
        qui.firma("comune.016012"),
        this::firma,
        vicino.primaFirmaDiUnComune());
    prova(
        "ats",
        List.of(
            "Fase 2 – Documento di Piano", "Fase 4 – Accordo di Programma", "Flussi informativi"),
        qui.firma("ats"),
        this::firma,
        lontano.firma("ats"));
    prova(
        "asst",
        List.of("Fase 2 – Documento di Piano", "Fase 4 – Accordo di Programma"),
        qui.firma("asst"),
        this::firma,
        vicino.firma("asst"));
    prova(
        "gruppo.tecnico",
        List.of("Fase 5 – Premialità"),
        qui.progetto,
        modulo ->
            modulo
                .spunta("Requisiti accertati", "Co-progettato con la ASST", "Innovativo")
                .scegli("Esito", "Negativo")
                .scrivi("Giudizio", "I requisiti dichiarati non risultano."),
        vicino.nomina);
    prova(
        "regione",
        List.of(
            "Firme mancanti",
            "Fase 1 – Co-programmazione",
            "Fase 5 – Premialità",
            "Flussi informativi"),
        regionale(),
        modulo ->
            modulo
                .data("Termine per l'Accordo di Programma", "2024-12-10")
                .seleziona("Schema di premialità", "2025-2027")
                .scegli("Ambiti che avviano il piano", "Solo quelli scelti")
                .cerca("Ambiti", "Valle Seriana Superiore"),
        null);
    laRegioneVedeIlCompitoDiUnUfficioENonLoCompleta(vicino.nomina);
    amministra(vicino.nomina);
    lAccessoSiUsaConUnLettoreDiSchermo();

    assertThat(falliti).isEmpty();
  }

  private interface Compila {
    ModuloInPagina in(ModuloInPagina modulo);
  }

  private void prova(
      String utente, List<String> elenchi, Task mio, Compila compila, Task diUnAltroAmbito) {
    try {
      var tasklist = new Tasklist(finestre.di(utente), utente);
      tasklist.pagina().clock().setFixedTime(ClockUtil.now());
      assertThat(tasklist.elenchi()).as(utente).containsAll(PER_TUTTI).containsAll(elenchi);
      if (elenchi.size() < 4) {
        assertThat(tasklist.elenchi()).as(utente).hasSize(PER_TUTTI.size() + elenchi.size());
      }
      compila.in(tasklist.apri(mio.getName())).completa();
      assertThat(aperto(mio)).as("%s ha completato «%s»", utente, mio.getName()).isFalse();

      if (diUnAltroAmbito != null) {
        assertThat(sportello.stato(utente, "/task/" + diUnAltroAmbito.getId()))
            .as("%s legge %s", utente, diUnAltroAmbito.getName())
            .isEqualTo(404);
        assertThat(sportello.prova(utente, diUnAltroAmbito.getId(), "/complete"))
            .as("%s completa %s", utente, diUnAltroAmbito.getName())
            .isBetween(400, 499);
        assertThat(sportello.prova(utente, diUnAltroAmbito.getId(), "/submit-form"))
            .isBetween(400, 499);
        assertThat(sportello.prova(utente, diUnAltroAmbito.getId(), "/claim")).isBetween(400, 499);
        assertThat(tasklist.mostra(diUnAltroAmbito.getId(), diUnAltroAmbito.getName()))
            .as("%s apre %s dall'indirizzo", utente, diUnAltroAmbito.getName())
            .isFalse();
        assertThat(aperto(diUnAltroAmbito)).isTrue();
      }
      nonCambiaDaSeIlProprioProfilo(utente);
    } catch (AssertionError | PlaywrightException e) {
      finestre.fotografaTutte("ERRORE " + utente);
      falliti.add(utente + ": " + e.getMessage());
    } finally {
      finestre.abbandona(utente);
    }
  }

  private void nonCambiaDaSeIlProprioProfilo(String utente) {
    finestre.di(utente).vai("/camunda/app/welcome/default/");
    var pagina = finestre.di(utente).pagina();
    pagina.getByText("Cambia password").first().waitFor();
    assertThat(pagina.getByText("Modifica profilo").first().isVisible())
        .as("%s cambierebbe il proprio nome, e il server lo rifiuta", utente)
        .isFalse();
  }

  private ModuloInPagina firma(ModuloInPagina modulo) {
    return modulo
        .scegli("Che cosa fa l'ente", "Firma l'Accordo")
        .scrivi("Chi firma o rifiuta", "Anna Bonomelli")
        .scrivi("In qualità di", "legale rappresentante")
        .scrivi("Atto di recepimento che autorizza la firma", "deliberazione 31/2024")
        .data("Data dell'atto", "2024-11-12")
        .scrivi("Perché si registra la firma senza il file firmato", "Firma autografa depositata")
        .data("Data della firma", "2024-11-12");
  }

  private void laRegioneVedeIlCompitoDiUnUfficioENonLoCompleta(Task altrui) {
    assertThat(sportello.stato("regione", "/task/" + altrui.getId())).isEqualTo(200);
    for (var porta : List.of("/complete", "/submit-form", "/claim")) {
      assertThat(sportello.prova("regione", altrui.getId(), porta)).as(porta).isEqualTo(403);
    }
    assertThat(aperto(altrui)).isTrue();
  }

  /**
   * Who runs the installation belongs to every Ambito and has no task of the life cycle: its own is
   * to give people their roles, on a page that does not exist for the others.
   */
  private void amministra(Task fermo) {
    try {
      var tasklist = new Tasklist(finestre.di("admin"), "admin");
      tasklist.pagina().clock().setFixedTime(ClockUtil.now());
      assertThat(tasklist.elenchi()).containsAll(PER_TUTTI).contains("Firme mancanti");
      assertThat(tasklist.mostra(fermo.getId(), fermo.getName())).isTrue();
      assertThat(sportello.stato("admin", "/task/" + fermo.getId())).isEqualTo(200);

      var finestra = finestre.di("admin");
      var pagina = finestra.pagina();
      finestra.vai("/amministrazione/incarichi");
      pagina.locator("#persona").fill("comitato");
      pagina.locator("#ruolo").fill("facilitatore");
      pagina.locator("#ambito").selectOption(AMBITO);
      pagina.locator("#dal").fill("2024-11-12");
      pagina.locator("#atto").fill("decreto 3/2024");
      pagina.getByText("Registra", new Page.GetByTextOptions().setExact(true)).click();
      var riga =
          pagina.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("comitato"));
      riga.first().waitFor();
      assertThat(riga.first().innerText()).contains("Facilitatore", "decreto 3/2024");
      finestra.guarda("incarico dato");

      var schermate = new SchermateDelMotore(finestra, motore);
      schermate.tasklist(fermo);
      schermate.cockpit(fermo, "PremialitaLivello1-2018-2020");
      schermate.admin("udp");
      schermate.welcome();
    } catch (AssertionError | PlaywrightException e) {
      finestre.fotografaTutte("ERRORE admin");
      falliti.add("admin: " + e.getMessage());
    } finally {
      finestre.abbandona("admin");
    }
  }

  private void lAccessoSiUsaConUnLettoreDiSchermo() {
    try {
      var finestra = finestre.di("chiunque");
      finestra.vai("/camunda/app/tasklist/default/");
      finestra.pagina().locator("input[type=password]").waitFor();
      finestra.guarda("accesso");
      Accessibile.esamina(finestra.pagina(), "accesso");
    } catch (AssertionError | PlaywrightException e) {
      falliti.add("accesso: " + e.getMessage());
    }
  }

  /** One open task of each kind in an Ambito, made by the services as other people would. */
  private final class Compiti {

    private final String ambito;
    private final Task nomina;
    private final Task approvazione;
    private final Task appello;
    private final Task progetto;
    private final RiferimentoPiano daFirmare;

    Compiti(String ambito) {
      this.ambito = ambito;
      adesso("2024-09-12T09:00");
      approvazione = avvisoDaApprovare();
      progetto = progettoDaValutare();
      appello = ambito.equals(LONTANO) ? null : sedutaDaChiudere();
      daFirmare = accordoDaFirmare();
      var piano = pianoDi(ambito);
      avvia("CoProgrammazione", piano, Map.of());
      esegui();
      nomina = del(piano, "UserTask_NominareRup").get(0);
    }

    private Task avvisoDaApprovare() {
      var piano = pianoDi(ambito);
      bozze.proponi(ambito, piano.triennio(), AvvisoDiClusone.contenuto());
      avvia("CoProgrammazione", piano, Map.of());
      esegui();
      completa(
          del(piano, "UserTask_NominareRup").get(0),
          Map.of(
              "rup", AvvisoDiClusone.RUP,
              "numeroDetermina", "412/2024",
              "dataDetermina", "2024-09-05",
              "numeroIndirizzo", "7/2024",
              "dataIndirizzo", "2024-08-30",
              "priorita", "Domiciliarità"));
      completa(del(piano, "UserTask_RedigereAvviso").get(0), Map.of());
      return del(piano, "UserTask_ApprovareAvviso").get(0);
    }

    private Task progettoDaValutare() {
      var piano = pianoDi(ambito);
      documenti.definisciObiettivi(documenti.apriBozza(piano.pianoId()).id(), List.of(obiettivo()));
      long progettoId = progetti.individua(piano.pianoId()).get(0);
      avvia("PremialitaProgetto", piano, Map.of("progettoId", progettoId));
      esegui();
      completa(
          del(piano, "UserTask_CompilareSchedaProgetto").get(0),
          Map.of(
              "descrizione", "Équipe mobile di assistenza domiciliare.",
              "macroarea", "D",
              "requisiti", List.of("COPROGETTATO_CON_ASST", "INNOVATIVO"),
              "continuita", "NUOVO",
              "budget", 60000));
      return del(piano, "UserTask_ValutareProgetto").get(0);
    }

    private Task sedutaDaChiudere() {
      var piano = pianoDi(ambito);
      avvia("ApprovazioneAssemblea", piano, Map.of());
      esegui();
      completa(
          del(piano, "UserTask_ConvocareAssemblea").get(0),
          Map.of(
              "prima", "2024-11-11T10:00+01:00",
              "seconda", "2024-11-12T10:00+01:00",
              "luogo", "Sala consiliare",
              "ordineDelGiorno", "1. Piano di Zona; 2. Schema di Accordo di Programma"));
      vaiA("2024-11-11T10:01");
      var appello = del(piano, "UserTask_RegistrareAppelloEVoti").get(0);
      long seduta = (Long) motore.getTaskService().getVariable(appello.getId(), "sedutaId");
      SedutaFixture.di(sedute, seduta)
          .presenti(
              anagrafica.comuniDi(ambito, LocalDate.of(2024, 11, 11)).stream()
                  .map(Comune::codiceIstat)
                  .toList())
          .siSvolge();
      return appello;
    }

    private RiferimentoPiano accordoDaFirmare() {
      vaiA("2024-11-12T10:01");
      var piano = pianoDi(ambito);
      avvia(
          "AccordoDiProgramma",
          piano,
          Map.of(
              "scadenzaAccordo",
              piani.scadenzaAccordo(piano.pianoId()).toOffsetDateTime().toString()));
      esegui();
      completa(del(piano, "UserTask_ComporreTesto").get(0), Map.of());
      return piano;
    }

    /** The signature that a group still owes. */
    Task firma(String gruppo) {
      return firme().stream()
          .filter(
              t ->
                  motore.getTaskService().getIdentityLinksForTask(t.getId()).stream()
                      .anyMatch(l -> gruppo.equals(l.getGroupId())))
          .findFirst()
          .orElseThrow();
    }

    Task primaFirmaDiUnComune() {
      return firme().stream()
          .filter(
              t ->
                  motore.getTaskService().getIdentityLinksForTask(t.getId()).stream()
                      .anyMatch(
                          l -> l.getGroupId() != null && l.getGroupId().startsWith("comune.")))
          .findFirst()
          .orElseThrow();
    }

    private List<Task> firme() {
      return del(daFirmare, "UserTask_FirmareAccordo");
    }
  }

  private Task regionale() {
    var triennio = triennio();
    avviaDalModulo("AvvioTriennio", Map.of("triennio", triennio, "attoRegionale", "DGR XII/2167"));
    return compiti("UserTask_DefinireTriennio").get(0);
  }

  private RiferimentoPiano pianoDi(String ambito) {
    var triennio = triennio();
    piani.registra(
        Triennio.di(
            triennio, "DGR XII/2167 del 15/04/2024", LocalDate.of(2024, 12, 10), "2025-2027"));
    return piani.avvia(triennio, List.of(ambito)).get(0);
  }

  private String triennio() {
    var triennio = anno + "-" + (anno + 2);
    anno += 3;
    return triennio;
  }

  private List<Task> del(RiferimentoPiano piano, String id) {
    return motore
        .getTaskService()
        .createTaskQuery()
        .taskDefinitionKey(id)
        .processVariableValueEquals("pianoId", piano.pianoId())
        .active()
        .list();
  }

  private boolean aperto(Task compito) {
    return motore.getTaskService().createTaskQuery().taskId(compito.getId()).count() == 1;
  }

  private static SchedaObiettivo obiettivo() {
    return new SchedaObiettivo(
        "A casa in valle",
        Macroarea.D,
        "Assistenza domiciliare integrata",
        "Persone anziane",
        Denaro.euro("60000"),
        "Due assistenti sociali",
        true,
        "Digitalizzazione",
        true,
        false,
        true,
        "ASST",
        "Isolamento",
        "Équipe mobile",
        "Cento persone seguite",
        "Meno ricoveri",
        true);
  }
}
