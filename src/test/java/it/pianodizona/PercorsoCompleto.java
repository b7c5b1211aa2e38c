package it.pianodizona;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.accordo.Accordi;
import it.pianodizona.accordo.TestiAccordo;
import it.pianodizona.assemblea.SedutaFixture;
import it.pianodizona.attuazione.DebitiInformativi;
import it.pianodizona.coprogrammazione.DomandaFixture;
import it.pianodizona.dimostrazione.AvvisoDiClusone;
import it.pianodizona.documento.Documenti;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.premialita.PremialitaFixture;
import it.pianodizona.premialita.Progetti;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The life of a plan with all that may happen on the way, so that every form of the repository is
 * filled in at least once.
 */
public abstract class PercorsoCompleto extends Percorso {

  @Autowired private DebitiInformativi debiti;
  @Autowired private Accordi accordi;
  @Autowired private TestiAccordo testi;
  @Autowired private Documenti documenti;
  @Autowired private Progetti progetti;

  protected PercorsoCompleto(String triennio) {
    super(triennio);
  }

  protected void ilPianoArrivaInFondoETuttoIlRestoSuccede() {
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
    // before the windows of a whole year close: what is late stops every payment
    ilPrimoLivelloBloccatoDaUnFlussoSiPagaQuandoArriva();
    unAccontoNonPiuDovutoSiRecupera();
    ilPrimoAnnoDiAttuazioneEMonitoratoEApprovatoDallAssemblea();

    var avviso = unAvvisoSenzaDomandeVieneRiaperto();
    unaDomandaIntegrataNonBastaELeOsservazioniSonoAccolte(avviso);
    lUfficioRegistraUnaDomandaArrivataSuCarta(avviso);
    laRegioneProrogaIlTermineELAmbitoLAccordoPrecedente();
    lAssembleaDesertaSiRiconvocaSoloInSeconda();
    unFlussoPerBandoSiInviaESiValida();
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
    var inviare = flussoDaInviare(piano);
    long debitoId = (Long) motore.getTaskService().getVariable(inviare.getId(), "debitoId");
    debiti.carica(
        debitoId,
        "famiglia.csv",
        "intervento;famiglie;importo\nCentro;12;100\n".getBytes(StandardCharsets.UTF_8),
        "udp");
    completa(inviare, Map.of("protocollo", "0000001/2024"));
    completa("UserTask_ValidareFlusso", Map.of("esito", "VALIDO"));
  }

  /** Of this plan: the windows of the one that was monitored are open too. */
  private Task flussoDaInviare(RiferimentoPiano piano) {
    return motore
        .getTaskService()
        .createTaskQuery()
        .taskDefinitionKey("UserTask_InviareFlusso")
        .processInstanceBusinessKey(piano.chiave())
        .singleResult();
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
    var inviare = flussoDaInviare(piano);
    debiti.carica(
        (Long) motore.getTaskService().getVariable(inviare.getId(), "debitoId"),
        "famiglia.csv",
        "intervento;famiglie;importo\nCentro;12;100\n".getBytes(StandardCharsets.UTF_8),
        "udp");
    completa(inviare, Map.of("protocollo", "0000002/2024"));
    completa("UserTask_ValidareFlusso", Map.of("esito", "VALIDO"));
    completa(
        "UserTask_LiquidarePrimoLivello",
        Map.of("numeroDecreto", "7", "dataDecreto", "2024-10-31"));
  }

  private void unAccontoNonPiuDovutoSiRecupera() {
    var piano = piano("2021-2023");
    PremialitaFixture.accordoTrasmesso(accordi, testi, piano, adesso());
    PremialitaFixture.documento(documenti, piano, 2);
    for (var progettoId : progetti.individua(piano.pianoId())) {
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

  /** A demonstration user to whose office the task is offered. */
  protected String chiPuo(Task compito) {
    var gruppo =
        motore.getTaskService().getIdentityLinksForTask(compito.getId()).stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
    var identita = motore.getIdentityService();
    // the RUP also sits in the ufficio di piano: the person of the office comes first
    return identita.createUserQuery().memberOfGroup(gruppo).list().stream()
        .map(User::getId)
        .min(Comparator.comparing(u -> identita.createGroupQuery().groupMember(u).count()))
        .orElseThrow();
  }

  /** A demonstration user who may start the process from its form. */
  protected static String chiPuoAvviare(String processo) {
    return Set.of("DomandaPartecipazione", "ProrogaAccordoPrecedente").contains(processo)
        ? "udp"
        : "regione";
  }

  /** Ids of all the forms there are. */
  protected static Set<String> moduliNelRepository() {
    try (var percorsi = Files.walk(Path.of("forms"))) {
      return percorsi
          .map(percorso -> percorso.getFileName().toString())
          .filter(nome -> nome.endsWith(".form"))
          .map(nome -> nome.replaceFirst("\\.form$", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
