package it.pianodizona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.pianodizona.ValoriSbagliati.Sbaglio;
import it.pianodizona.accordo.Accordi;
import it.pianodizona.accordo.TestiAccordo;
import it.pianodizona.assemblea.SedutaFixture;
import it.pianodizona.attuazione.DebitiInformativi;
import it.pianodizona.coprogrammazione.DomandaFixture;
import it.pianodizona.dimostrazione.AvvisoDiClusone;
import it.pianodizona.documento.Documenti;
import it.pianodizona.motore.modulo.ModuloNonValido;
import it.pianodizona.motore.modulo.ValoriModulo;
import it.pianodizona.premialita.Premialita;
import it.pianodizona.premialita.PremialitaFixture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The life of a plan told by people who get every form wrong before they get it right: each field
 * of each form of the repository meets some of the wrong values that its definition lets one think
 * of, alone and together, through both doors of the engine. A refusal names the field and leaves no
 * trace.
 */
class ModuliSbagliatiTest extends Percorso {

  private static final int PER_CAMPO = 2;
  private static final int COMBINAZIONI = 4;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Seeded: a failure comes back at the next run. */
  private final Random caso = new Random(2025_2027);

  @Autowired private DebitiInformativi debiti;
  @Autowired private Accordi accordi;
  @Autowired private TestiAccordo testi;
  @Autowired private Documenti documenti;
  @Autowired private Premialita premialita;

  private final Set<String> provati = new HashSet<>();
  private final Set<String> moduli = new TreeSet<>();
  private String contaRighe;

  ModuliSbagliatiTest() {
    super("2028-2030");
  }

  @Test
  void nessunModuloAccettaValoriSbagliatiEIlPianoArrivaInFondoLoStesso() throws IOException {
    laRegioneApreIlTriennio();
    lUfficioPubblicaLAvvisoDelDodiciSettembre();
    treEntiEUnSindacatoMandanoLaDomandaEUnoArrivaTardi();
    leDomandeSonoIstruiteEAllaScadenzaEsceLElencoDegliAmmessi();
    iTreTavoliSiIncontranoDueVolteAOttobre();
    laCoProgrammazioneSiChiudeConLaRelazioneMotivata();
    ilDocumentoDiPianoRaccoglieParereAudizioneEIntese();
    lAssembleaDeiSindaciApprovaIlPianoEPoiLoSchema();
    firmanoIVentiquattroComuniLAtsELAsstEdUnSollecitoRaggiungeSoloChiManca();
    lAtsTrasmetteAllaRegioneNeiTermini();
    unEnteDeiTavoliAderisceAllAccordo();
    ilProgettoEValutatoMaSenzaImportiLAccontoERifiutato();
    conGliImportiDellAttoRegionaleLAccontoEPagato();
    dopoLaRelazioneFinaleEPagatoIlSaldo();
    ilCicloEConclusoENonRestaNullaDaFare();

    var avviso = unAvvisoSenzaDomandeVieneRiaperto();
    unaDomandaIntegrataNonBastaELeOsservazioniSonoAccolte(avviso);
    lUfficioRegistraUnaDomandaArrivataSuCarta(avviso);
    laRegioneProrogaIlTermineELAmbitoLAccordoPrecedente();
    lAssembleaDesertaSiRiconvocaSoloInSeconda();
    unFlussoPerBandoSiInviaESiValida();
    ilPrimoLivelloBloccatoDaUnFlussoSiPagaQuandoArriva();
    unAccontoNonPiuDovutoSiRecupera();

    assertThat(moduli).isEqualTo(moduliNelRepository());
  }

  private void laRegioneProrogaIlTermineELAmbitoLAccordoPrecedente() {
    var piano = piano();
    avviaDalModulo(
        "ProrogaTermine",
        Map.of(
            "triennio", piano.triennio(),
            "atto", "DGR XII/3000",
            "dataAtto", "2024-10-01",
            "motivo", "Molti Ambiti attendono ancora l'intesa."));
    completa(
        "UserTask_DefinireProroga",
        Map.of("nuovaScadenza", "2025-02-28", "quali", "SCELTI", "ambiti", List.of(AMBITO)));
    motore
        .getIdentityService()
        .setAuthentication("udp", List.of("ufficio-di-piano"), List.of(AMBITO));
    try {
      avviaDalModulo(
          "ProrogaAccordoPrecedente",
          Map.of(
              "triennio", piano.triennio(),
              "organo", "ASSEMBLEA",
              "atto", "delibera 12/2024",
              "dataAtto", "2024-10-01",
              "finoAl", "2025-06-30",
              "motivo", "Il nuovo Piano di Zona è in ritardo."));
    } finally {
      motore.getIdentityService().clearAuthentication();
    }
    esegui();
  }

  private String unAvvisoSenzaDomandeVieneRiaperto() {
    adesso("2024-09-12T09:00");
    var piano = piano();
    bozze.proponi(AMBITO, piano.triennio(), AvvisoDiClusone.contenuto());
    avvia("CoProgrammazione", piano, Map.of());
    esegui();
    lUfficioPubblicaLAvviso();
    vaiA("2024-10-03T00:01");
    completa(
        "UserTask_RiaprireAvviso",
        Map.of(
            "numeroAtto", "428/2024",
            "dataAtto", "2024-10-03",
            "motivi", "Nessuna domanda nei termini.",
            "scadenzaDomande", "2024-10-05"));
    return avvisi.delPiano(piano.pianoId()).orElseThrow().numero();
  }

  private void unaDomandaIntegrataNonBastaELeOsservazioniSonoAccolte(String avviso) {
    var ricevuta = domande.presenta(DomandaFixture.domandaDellaCooperativa(avviso));
    esegui();
    completa(
        "UserTask_IstruireDomanda",
        Map.of(
            "canaleAmmesso", true,
            "firma", "ASSENTE",
            "categoriaAccertata", "ETS",
            "runtsEsito", "ISCRITTO",
            "runtsVerificato", "2024-10-02"));
    completa("UserTask_ValutareAmmissibilita", Map.of("testo", "Manca la firma.", "giorni", 7));
    domande.integra(ricevuta.token(), "Ecco la domanda firmata da un delegato.");
    esegui();
    completa(
        "UserTask_EsaminareIntegrazione",
        Map.of("sufficiente", "NO", "motivi", "La delega non è provata."));
    domande.osserva(ricevuta.token(), "La delega era nello statuto già inviato.");
    esegui();
    completa(
        "UserTask_EsaminareOsservazioni",
        Map.of("accolte", "SI", "valutazione", "Lo statuto prova la delega."));
    completa("UserTask_DefinireEsito", Map.of("esito", "AMMESSA"));
    domande.presentaDiNuovo(DomandaFixture.domandaDellaCooperativa(avviso), adesso());
    esegui();
    completa("UserTask_ConfrontareDoppie", Map.of("resta", "PRECEDENTE", "motivi", "È la stessa."));
  }

  private void unFlussoPerBandoSiInviaESiValida() {
    var piano = piano();
    avviaDalModulo(
        "RiaperturaFlusso",
        Map.of(
            "codiceTriennio", piano.triennio(),
            "flusso", "FN_FAMIGLIA",
            "periodo", "bando " + piano.pianoId(),
            "ambiti", AMBITO,
            "nuovoTermine", "2024-12-31",
            "numeroAtto", "DGR XII/77",
            "dataAtto", "2024-10-30"));
    var inviare = compito("UserTask_InviareFlusso");
    long debitoId = (Long) motore.getTaskService().getVariable(inviare.getId(), "debitoId");
    debiti.carica(
        debitoId,
        "famiglia.csv",
        "intervento;famiglie;importo\nCentro;12;100\n".getBytes(StandardCharsets.UTF_8),
        "udp");
    completa("UserTask_InviareFlusso", Map.of("protocollo", "0000001/2024"));
    completa("UserTask_ValidareFlusso", Map.of("esito", "VALIDO"));
  }

  private void ilPrimoLivelloBloccatoDaUnFlussoSiPagaQuandoArriva() {
    adesso("2018-06-30T09:00");
    var piano = piano("2018-2020");
    PremialitaFixture.accordoTrasmesso(accordi, testi, piano, adesso());
    adesso("2024-10-30T09:00");
    avviaDalModulo(
        "RiaperturaFlusso",
        Map.of(
            "codiceTriennio", piano.triennio(),
            "flusso", "FN_FAMIGLIA",
            "periodo", "bando " + piano.pianoId(),
            "ambiti", AMBITO,
            "nuovoTermine", "2024-10-31",
            "numeroAtto", "DGR XII/78",
            "dataAtto", "2024-10-30"));
    vaiA("2024-11-01T00:01");
    avvia("PremialitaPrimoLivello", piano, Map.of());
    esegui();
    completa("UserTask_SanareDebitiPrimoLivello", Map.of());
    var inviare = compito("UserTask_InviareFlusso");
    debiti.carica(
        (Long) motore.getTaskService().getVariable(inviare.getId(), "debitoId"),
        "famiglia.csv",
        "intervento;famiglie;importo\nCentro;12;100\n".getBytes(StandardCharsets.UTF_8),
        "udp");
    completa("UserTask_InviareFlusso", Map.of("protocollo", "0000002/2024"));
    completa("UserTask_ValidareFlusso", Map.of("esito", "VALIDO"));
    completa(
        "UserTask_LiquidarePrimoLivello",
        Map.of("numeroDecreto", "7", "dataDecreto", "2024-10-31"));
  }

  private void unAccontoNonPiuDovutoSiRecupera() {
    var piano = piano("2021-2023");
    PremialitaFixture.accordoTrasmesso(accordi, testi, piano, adesso());
    PremialitaFixture.documento(documenti, piano, 2);
    for (var progettoId : premialita.individuaProgetti(piano.pianoId())) {
      avvia("PremialitaProgetto", piano, Map.of("progettoId", progettoId));
    }
    esegui();
    var requisiti =
        List.of(
            "COPROGETTATO_CON_ASST",
            "COPROGETTATO_CON_ATTORI",
            "COORDINAMENTO_ATS",
            "INNOVATIVO",
            "TRASVERSALE",
            "VALUTAZIONE_EX_POST");
    for (var compito : compiti("UserTask_CompilareSchedaProgetto")) {
      completa(
          compito,
          Map.of(
              "descrizione",
              "Un progetto con l'Ambito vicino per gli anziani delle valli.",
              "macroarea",
              "E",
              "partner",
              List.of("50020"),
              "requisiti",
              requisiti,
              "continuita",
              "NUOVO",
              "budget",
              60000));
    }
    for (var compito : compiti("UserTask_ValutareProgetto")) {
      completa(
          compito,
          Map.of(
              "requisiti", requisiti,
              "puntiCoProgettazione", 18,
              "puntiBisogno", 12,
              "puntiRicadute", 16,
              "puntiInnovazione", 17,
              "puntiTrasversalita", 11,
              "puntiValutazioneExPost", 8,
              "esito", "POSITIVO",
              "giudizio", "Progetto solido e ben integrato."));
    }
    var oggi = adesso().toLocalDate().toString();
    var decreto = Map.of("numeroDecreto", "700", "dataDecreto", oggi);
    completa(compiti("UserTask_LiquidareAcconto").get(0), decreto);
    completa(
        "UserTask_RendicontareProgetto",
        Map.of(
            "dataRelazione",
            oggi,
            "spesaSostenuta",
            100,
            "risultati",
            "Il progetto non è partito per mancanza di personale."));
    completa(
        "UserTask_ValutareEsitoFinale",
        Map.of("esito", "NEGATIVO", "giudizio", "Obiettivo non raggiunto."));
    completa("UserTask_DisporreRecupero", decreto);
  }

  private void lAssembleaDesertaSiRiconvocaSoloInSeconda() {
    adesso("2024-10-21T09:00");
    avvia("ApprovazioneAssemblea", piano(), Map.of());
    var sola = new HashMap<String, Object>();
    sola.put("prima", "2024-10-30T18:00+01:00");
    sola.put("seconda", null);
    sola.put("luogo", "Sala consiliare di Clusone");
    sola.put("ordineDelGiorno", "1. Piano di Zona 2025-2027; 2. Schema di Accordo di Programma");
    completa("UserTask_ConvocareAssemblea", sola);
    vaiA("2024-10-30T18:01");
    completa("UserTask_RegistrareAppelloEVoti", SedutaFixture.CHIUSURA);
    completa("UserTask_ConvocareSecondaConvocazione", Map.of());
    assertThat(compiti("UserTask_ConvocareSecondaConvocazione")).isEmpty();
  }

  private void lUfficioRegistraUnaDomandaArrivataSuCarta(String avviso) {
    avviaDalModulo(
        "DomandaPartecipazione",
        Map.ofEntries(
            Map.entry("numeroAvviso", avviso),
            Map.entry("canale", "CARTA"),
            Map.entry("giornoArrivo", "2024-10-02"),
            Map.entry("oraArrivo", "10:30"),
            Map.entry("denominazione", "Associazione Alta Valle"),
            Map.entry("formaGiuridica", "associazione di promozione sociale"),
            Map.entry("codiceFiscale", DomandaFixture.SINDACATO),
            Map.entry("sede", "via Milano 2, Rovetta"),
            Map.entry("email", "alta.valle@ente.example"),
            Map.entry("rappresentanteLegale", "Giulia Pedrini"),
            Map.entry("categoria", "ETS"),
            Map.entry("numeriAree", "3, 2"),
            Map.entry("referente", "Giulia Pedrini"),
            Map.entry("referenteEmail", "giulia@ente.example"),
            Map.entry("impegniAccettati", true),
            Map.entry("liberatoriaProprieta", true),
            Map.entry("consensoPubblicazione", true),
            Map.entry("informativaLetta", true)));
    assertThat(compiti("UserTask_IstruireDomanda")).hasSize(1);
  }

  /** Gets the form wrong in every way, the first time this task is met, and then right. */
  @Override
  protected void completa(Task compito, Map<String, ?> giusti) {
    if (provati.add(compito.getTaskDefinitionKey())) {
      var modulo = definizione(motore.getFormService().getDeployedTaskForm(compito.getId()));
      moduli.add(modulo.path("id").asText());
      var prima = stato(compito);
      var compilati = new HashMap<>(prima.modulo());
      compilati.putAll(giusti);
      sbaglia(
          ValoriSbagliati.di(modulo, compilati),
          giusti,
          invio -> {
            if (caso.nextBoolean()) {
              motore.getTaskService().complete(compito.getId(), invio);
            } else {
              motore.getFormService().submitTaskForm(compito.getId(), invio);
            }
          },
          () -> assertThat(stato(compito)).isEqualTo(prima));
    }
    super.completa(compito, giusti);
  }

  @Override
  protected void avviaDalModulo(String processo, Map<String, ?> giusti) {
    if (provati.add(processo)) {
      var definizione = definizione(processo);
      var modulo = definizione(motore.getFormService().getDeployedStartForm(definizione));
      moduli.add(modulo.path("id").asText());
      var prima = righe();
      sbaglia(
          ValoriSbagliati.di(modulo, giusti),
          giusti,
          invio -> motore.getFormService().submitStartForm(definizione, invio),
          () -> assertThat(righe()).isEqualTo(prima));
    }
    super.avviaDalModulo(processo, giusti);
  }

  private void sbaglia(
      List<Sbaglio> sbagli,
      Map<String, ?> giusti,
      Consumer<Map<String, Object>> invio,
      Runnable tuttoComePrima) {
    assertThat(sbagli).as("modi di sbagliare il modulo").isNotEmpty();
    var prove = new ArrayList<List<Sbaglio>>();
    sbagli.stream()
        .collect(Collectors.groupingBy(Sbaglio::campo, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(delCampo -> alcuni(delCampo).forEach(sbaglio -> prove.add(List.of(sbaglio))));
    for (int i = 0; i < COMBINAZIONI; i++) {
      prove.add(insieme(sbagli));
    }
    for (var prova : prove) {
      var dati = new HashMap<String, Object>(giusti);
      prova.forEach(sbaglio -> dati.put(sbaglio.chiave(), sbaglio.valore()));
      rifiutato(prova, () -> invio.accept(comeDalBrowser(dati)));
      tuttoComePrima.run();
    }
  }

  private List<Sbaglio> alcuni(List<Sbaglio> delCampo) {
    var mescolati = new ArrayList<>(delCampo);
    Collections.shuffle(mescolati, caso);
    return mescolati.subList(0, Math.min(PER_CAMPO, mescolati.size()));
  }

  /** Two to four mistakes in different fields, none of which depends on the others. */
  private List<Sbaglio> insieme(List<Sbaglio> sbagli) {
    var mescolati =
        new ArrayList<>(sbagli.stream().filter(sbaglio -> !sbaglio.condizionato()).toList());
    Collections.shuffle(mescolati, caso);
    var chiavi = new HashSet<String>();
    return mescolati.stream()
        .filter(sbaglio -> chiavi.add(sbaglio.chiave()))
        .limit(2 + caso.nextInt(3))
        .toList();
  }

  private static void rifiutato(List<Sbaglio> prova, ThrowingCallable invio) {
    var descrizione = prova.toString();
    var rifiuto = catchThrowable(invio);
    if (rifiuto instanceof AuthorizationException
        && prova.stream().anyMatch(sbaglio -> sbaglio.chiave().equals("codiceAmbito"))) {
      // somebody else's Ambito is refused even before the form is looked at
      return;
    }
    assertThat(rifiuto)
        .as(descrizione.substring(0, Math.min(500, descrizione.length())))
        .isInstanceOf(ModuloNonValido.class);
    for (var sbaglio : prova) {
      assertThat(((ModuloNonValido) rifiuto).errori())
          .as(descrizione.substring(0, Math.min(500, descrizione.length())))
          .allSatisfy(frase -> assertThat(frase).startsWith("«").endsWith(".").hasSizeLessThan(500))
          .anySatisfy(frase -> assertThat(frase).contains(sbaglio.nome()));
    }
  }

  /** An open task and everything around it that a refused submission must not touch. */
  private record Stato(
      String nome, String assegnatario, Map<String, Object> modulo, Map<String, Long> righe) {}

  private Stato stato(Task compito) {
    var aperto =
        motore.getTaskService().createTaskQuery().taskId(compito.getId()).active().singleResult();
    assertThat(aperto).as("il compito resta aperto").isNotNull();
    return new Stato(
        aperto.getName(),
        aperto.getAssignee(),
        ValoriModulo.dalMotore(
            motore.getTaskService().getVariablesLocalTyped(compito.getId(), true)),
        righe());
  }

  /** Rows of every table of the database: ours, and the engine's with its jobs and its history. */
  private Map<String, Long> righe() {
    if (contaRighe == null) {
      contaRighe =
          jdbc
              .sql(
                  """
                  select table_name from information_schema.tables
                  where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'""")
              .query(String.class)
              .list()
              .stream()
              .map("select '%1$s' tabella, count(*) righe from \"%1$s\""::formatted)
              .collect(Collectors.joining(" union all "));
    }
    var righe = new TreeMap<String, Long>();
    jdbc.sql(contaRighe).query((riga, n) -> righe.put(riga.getString(1), riga.getLong(2))).list();
    return righe;
  }

  private static JsonNode definizione(InputStream modulo) {
    try (modulo) {
      return JSON.readTree(modulo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> moduliNelRepository() throws IOException {
    try (var percorsi = Files.walk(Path.of("forms"))) {
      return percorsi
          .map(percorso -> percorso.getFileName().toString())
          .filter(nome -> nome.endsWith(".form"))
          .map(nome -> nome.replaceFirst("\\.form$", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
