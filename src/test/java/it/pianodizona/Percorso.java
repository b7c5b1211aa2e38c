package it.pianodizona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import it.pianodizona.accordo.Adesioni;
import it.pianodizona.accordo.RichiestaAdesione;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.Comune;
import it.pianodizona.assemblea.Punto;
import it.pianodizona.assemblea.SedutaFixture;
import it.pianodizona.assemblea.Sedute;
import it.pianodizona.attuazione.economia.PianiEconomici;
import it.pianodizona.attuazione.economia.PianoEconomico;
import it.pianodizona.attuazione.monitoraggio.Monitoraggi;
import it.pianodizona.attuazione.monitoraggio.MonitoraggioAnnuale;
import it.pianodizona.attuazione.monitoraggio.MonitoraggioFixture;
import it.pianodizona.comune.Denaro;
import it.pianodizona.coprogrammazione.Avvisi;
import it.pianodizona.coprogrammazione.BozzeAvviso;
import it.pianodizona.coprogrammazione.Canale;
import it.pianodizona.coprogrammazione.ComandoDomanda;
import it.pianodizona.coprogrammazione.DatiDomanda;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.dimostrazione.AvvisoDiClusone;
import it.pianodizona.dimostrazione.EntiInventati;
import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.DocumentoFixture;
import it.pianodizona.documento.Redazione;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.TipoDocumento;
import it.pianodizona.piano.Fase;
import it.pianodizona.piano.PianoInRitardo;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.premialita.Premialita;
import it.pianodizona.premialita.libro.Movimento;
import it.pianodizona.premialita.libro.TipoMovimento;
import it.pianodizona.tavoli.Tavoli;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The steps of one plan from the regional guidelines to the paid saldo, on the real notice of
 * Clusone: who does what, and when, and what must then be true. A test tells its story with them,
 * in the order in which they are written here, for a triennio of its own.
 */
public abstract class Percorso extends ProvaDiProcesso {

  @Autowired private Anagrafica anagrafica;
  @Autowired protected BozzeAvviso bozze;
  @Autowired protected Avvisi avvisi;
  @Autowired protected Domande domande;
  @Autowired private Documenti documenti;
  @Autowired private Redazione redazione;
  @Autowired private Fascicolo fascicolo;
  @Autowired private Premialita premialita;
  @Autowired protected Tavoli tavoli;
  @Autowired protected Adesioni adesioni;
  @Autowired private Monitoraggi monitoraggi;
  @Autowired private PianiEconomici economia;
  @Autowired private Sedute sedute;
  @Autowired protected JdbcClient jdbc;

  private final String triennio;
  protected RiferimentoPiano piano;
  private String contaRighe;

  protected Percorso(String triennio) {
    this.triennio = triennio;
  }

  /** The story ends with windows that closed in the meantime: they would block others' payments. */
  @AfterEach
  void dimenticaIDebiti() {
    jdbc.sql("delete from debito_storia").update();
    jdbc.sql("delete from debito_informativo").update();
  }

  protected void laRegioneApreIlTriennio() {
    adesso("2024-09-12T09:00");
    bozze.proponi(AMBITO, triennio, AvvisoDiClusone.contenuto());
    avviaDalModulo(
        "AvvioTriennio",
        Map.of("triennio", triennio, "attoRegionale", AvvisoDiClusone.ATTO_REGIONALE));
    completa(
        "UserTask_DefinireTriennio",
        Map.of(
            "scadenzaAccordo", "2024-12-10",
            "schemaPremialita", "2025-2027",
            "quali", "SCELTI",
            "ambiti", List.of(AMBITO)));

    var elenco = piani.elenco(triennio);
    assertThat(elenco).hasSize(1);
    piano = elenco.get(0).riferimento();
    assertThat(piani.scadenzaAccordo(piano.pianoId()))
        .hasToString("2024-12-10T23:59:59+01:00[Europe/Rome]");
    fase(Fase.CO_PROGRAMMAZIONE);
    assertThat(compito("UserTask_NominareRup").getTenantId()).isEqualTo(AMBITO);
  }

  protected void lUfficioPubblicaLAvvisoDelDodiciSettembre() {
    lUfficioPubblicaLAvviso();

    var avviso = avvisi.pubblicati().stream().filter(a -> a.piano().equals(piano)).findFirst();
    assertThat(avviso).isPresent();
    assertThat(avviso.get().scadenzaDomande())
        .hasToString("2024-10-02T23:59:59+02:00[Europe/Rome]");
    assertThat(avviso.get().contenuto().incontri()).hasSize(6);
  }

  protected void lUfficioPubblicaLAvviso() {
    completa(
        "UserTask_NominareRup",
        Map.of(
            "rup", AvvisoDiClusone.RUP,
            "numeroDetermina", "412/2024",
            "dataDetermina", "2024-09-05",
            "numeroIndirizzo", "7/2024",
            "dataIndirizzo", "2024-08-30",
            "priorita", "Domiciliarità, famiglie, contrasto alla povertà"));
    assertThat(modulo(compito("UserTask_RedigereAvviso")))
        .containsEntry("scadenzaDomande", "2024-10-02")
        .containsEntry("pubblicazione", "2024-09-12");
    completa("UserTask_RedigereAvviso", Map.of());
    completa("UserTask_ApprovareAvviso", Map.of("esito", "APPROVATO"));
  }

  protected void treEntiEUnSindacatoMandanoLaDomandaEUnoArrivaTardi() {
    var avviso = avvisi.delPiano(piano.pianoId()).orElseThrow();
    var enti = EntiInventati.domande(avviso.contenuto().aree());
    vaiA("2024-09-20T10:00");
    enti.subList(0, 3).forEach(dati -> presenta(avviso.numero(), dati));
    assertThat(compiti("UserTask_IstruireDomanda")).hasSize(3);
    assertThat(mailA("segreteria@abete.example"))
        .anySatisfy(oggetto -> assertThat(oggetto).containsIgnoringCase("domanda"));

    // one second after midnight: kept, but late
    vaiA("2024-10-03T00:00:01");
    presenta(avviso.numero(), enti.get(3));
    assertThat(domande.elenco(avviso.id()))
        .extracting(d -> d.dati().denominazione(), d -> d.tardiva())
        .contains(
            tuple("Cooperativa sociale L'Abete Bianco", false),
            tuple("Unione Lavoratori della Valle", true));
  }

  protected void leDomandeSonoIstruiteEAllaScadenzaEsceLElencoDegliAmmessi() {
    vaiA("2024-10-03T09:00");
    for (var compito : compiti("UserTask_IstruireDomanda")) {
      completa(
          compito,
          modulo(compito).get("categoriaAccertata").equals("ETS")
              ? Map.of(
                  "canaleAmmesso", true,
                  "firma", "PAGINA_WEB",
                  "documentoIdentita", true,
                  "categoriaAccertata", "ETS",
                  "runtsEsito", "ISCRITTO",
                  "runtsVerificato", "2024-10-03")
              : Map.of(
                  "canaleAmmesso", true,
                  "firma", "PAGINA_WEB",
                  "documentoIdentita", true,
                  "requisitiProvati", true));
    }
    for (var compito : compiti("UserTask_DefinireEsito")) {
      completa(compito, Map.of("esito", "AMMESSA"));
    }
    completa(
        "UserTask_ApprovareElencoAmmessi",
        Map.of("numeroAtto", "455/2024", "dataAtto", "2024-10-03"));
    assertThat(mailA("segreteria@valleinsieme.example"))
        .anySatisfy(oggetto -> assertThat(oggetto).containsIgnoringCase("ammess"));
  }

  protected void iTreTavoliSiIncontranoDueVolteAOttobre() {
    assertThat(compiti("UserTask_ConvocareIncontri")).hasSize(3);
    for (var compito : compiti("UserTask_ConvocareIncontri")) {
      completa(compito, Map.of());
    }
    assertThat(inviti("referente@abete.example")).isGreaterThanOrEqualTo(6);
    completa(
        compiti("UserTask_AggiornareTavolo").get(0),
        Map.of(
            "azione", "ENTRA",
            "tipoMembro", "SINDACATO",
            "denominazione", "Federazione Pensionati della Valle",
            "email", "segreteria@pensionati.example",
            "motivo", "Organizzazione sindacale rappresentativa nell'Ambito."));
    assertThat(inviti("segreteria@pensionati.example")).isEqualTo(2);

    for (var sera :
        List.of(
            "2024-10-07T19:30",
            "2024-10-09T19:30",
            "2024-10-14T19:30",
            "2024-10-21T19:30",
            "2024-10-23T19:30",
            "2024-10-28T19:30")) {
      vaiA(sera);
      var compito = compito("UserTask_RegistrareVerbale");
      completa(
          compito,
          Map.of(
              "presenti",
              List.of(primo(compito, "membri")),
              "verbale",
              "Si discute dei bisogni dell'area e delle proposte dei presenti."));
    }
    vaiA("2024-11-03T09:00");
    assertThat(compiti("UserTask_ApprovareVerbale")).hasSize(6);
    for (var compito : compiti("UserTask_ApprovareVerbale")) {
      completa(compito, Map.of());
    }
    assertThat(messaggi("VERBALE_APPROVATO")).isPositive();
    assertThat(compiti("UserTask_RedigereSintesi")).hasSize(3);
    for (var compito : compiti("UserTask_RedigereSintesi")) {
      completa(
          compito,
          Map.of(
              "bisogni", "Assistenza domiciliare nei Comuni più piccoli",
              "proposte", "Rete unica di trasporto sociale",
              "risorse", "Quaranta volontari e due sedi"));
    }
  }

  protected void laCoProgrammazioneSiChiudeConLaRelazioneMotivata() {
    completa(
        "UserTask_RedigereRelazioneConclusiva",
        Map.of("relazione", "La co-programmazione si conclude; nessuna posizione dissenziente."));
    fase(Fase.REDAZIONE);
  }

  protected void ilDocumentoDiPianoRaccoglieParereAudizioneEIntese() {
    DocumentoFixture.scriviTutto(
        redazione, documenti.documentoCorrente(piano.pianoId()).orElseThrow().id());
    completa("UserTask_RedigereAnalisi", Map.of());
    completa("UserTask_DefinireObiettivi", Map.of());
    completa("UserTask_RedigereValutazione", Map.of());
    assertThat(fascicolo.delPiano(piano.pianoId()))
        .extracting(Documento::nomeFile)
        .contains("documento-di-piano-%s-versione-1.pdf".formatted(triennio));
    completa(
        "UserTask_EsaminareBozza", Map.of("parere", "RINVIO", "note", "Mancano i Comuni alti."));
    ilRinvioDelComitatoERecepitoNellaSecondaVersione();
    completa("UserTask_EsaminareBozza", Map.of("parere", "FAVOREVOLE"));
    completa(
        "UserTask_RegistrareAudizioneOoss",
        Map.of(
            "data",
            "2024-10-29",
            "organizzazioni",
            "Unione Lavoratori della Valle",
            "seguito",
            "PROSEGUE"));
    assertThat(compiti("UserTask_EsprimereIntesa")).hasSize(2);
    for (var compito : compiti("UserTask_EsprimereIntesa")) {
      completa(compito, Map.of("intesa", "FAVOREVOLE"));
    }
    fase(Fase.APPROVAZIONE);
  }

  private void ilRinvioDelComitatoERecepitoNellaSecondaVersione() {
    completa(
        "UserTask_RecepireOsservazione",
        Map.of("esito", "ACCOLTA", "risposta", "L'obiettivo nomina ora i Comuni alti."));
    completa("UserTask_RedigereAnalisi", Map.of());
    completa("UserTask_DefinireObiettivi", Map.of());
    completa("UserTask_RedigereValutazione", Map.of());
  }

  protected void lAssembleaDeiSindaciApprovaIlPianoEPoiLoSchema() {
    completa(
        "UserTask_ConvocareAssemblea",
        Map.of(
            "prima", "2024-11-09T10:00+01:00",
            "seconda", "2024-11-10T10:00+01:00",
            "luogo", "Sala consiliare di Clusone",
            "ordineDelGiorno", "1. Piano di Zona 2025-2027; 2. Schema di Accordo di Programma"));
    vaiA("2024-11-09T10:01");
    var comuni =
        anagrafica.comuniDi(AMBITO, LocalDate.of(2024, 11, 9)).stream()
            .map(Comune::codiceIstat)
            .toList();
    long seduta =
        (Long)
            motore
                .getTaskService()
                .getVariable(compito("UserTask_RegistrareAppelloEVoti").getId(), "sedutaId");
    SedutaFixture.di(sedute, seduta)
        .presenti(comuni.subList(0, 20))
        .contrari(Punto.PIANO, comuni.subList(0, 1))
        .siSvolge();
    completa("UserTask_RegistrareAppelloEVoti", SedutaFixture.CHIUSURA);
    assertThat(fascicolo.delPiano(piano.pianoId()))
        .extracting(Documento::tipo)
        .contains(TipoDocumento.VERBALE_ASSEMBLEA);
    completa("UserTask_RegistrareDelibera", Map.of("numero", "9/2024", "data", "2024-11-09"));
    fase(Fase.ACCORDO);
  }

  protected void firmanoIVentiquattroComuniLAtsELAsstEdUnSollecitoRaggiungeSoloChiManca() {
    completa("UserTask_ComporreTesto", Map.of());
    var firme = compiti("UserTask_FirmareAccordo");
    assertThat(firme).hasSize(26);
    firme.subList(0, 25).forEach(this::firma);
    int prima = messaggi("SOLLECITO_FIRMA");
    vaiA("2024-11-11T09:00");
    assertThat(messaggi("SOLLECITO_FIRMA") - prima)
        .as("solleciti a trenta giorni dal termine")
        .isEqualTo(1);
    firma(compito("UserTask_FirmareAccordo"));
  }

  protected void lAtsTrasmetteAllaRegioneNeiTermini() {
    completa(
        "UserTask_AdottareAttoApprovazione",
        Map.of("atto", "decreto 14/2024", "data", "2024-11-11", "burl", "n. 47 del 20/11/2024"));
    completa(
        "UserTask_TrasmettereAllaRegione",
        Map.of("data", "2024-11-11", "protocollo", "G1.2024.881"));
    completa(
        "UserTask_RegistrareRicevuta", Map.of("data", "2024-11-11", "protocollo", "J2.2024.0007"));
    fase(Fase.PREMIALITA);
    vaiA("2024-12-11T09:00");
    assertThat(eventi(PianoInRitardo.class)).isEmpty();
    assertThat(piani.piano(piano.pianoId()).inRitardo()).isFalse();
  }

  protected void unEnteDeiTavoliAderisceAllAccordo() {
    var presente =
        tavoli.partecipazioni(piano.pianoId()).stream()
            .filter(p -> p.domandaId() != null)
            .findFirst()
            .orElseThrow();
    var domanda = domande.domanda(presente.domandaId());
    adesioni.richiedi(
        domanda.token(),
        new RichiestaAdesione(
            "Carla Nodari",
            "legale rappresentante",
            "Trasporto delle persone sole alle visite",
            "Due automezzi e otto volontari"));
    esegui();
    completa("UserTask_EsaminareAdesione", Map.of("esito", "ACCOLTA"));
    assertThat(adesioni.delPiano(piano.pianoId()))
        .singleElement()
        .satisfies(a -> assertThat(a.situazione()).isEqualTo("Accolta"));
    assertThat(messaggi("ESITO_ADESIONE")).isEqualTo(1);
  }

  protected void ilProgettoEValutatoMaSenzaImportiLAccontoERifiutato() {
    completa(
        "UserTask_CompilareSchedaProgetto",
        Map.of(
            "descrizione", "Équipe mobile di assistenza domiciliare per i Comuni più alti.",
            "macroarea", "A",
            "requisiti", List.of("COPROGETTATO_CON_ASST", "INNOVATIVO", "TRASVERSALE"),
            "continuita", "NUOVO",
            "budget", 60000));
    completa(
        "UserTask_ValutareProgetto",
        Map.of(
            "requisiti", List.of("COPROGETTATO_CON_ASST", "INNOVATIVO", "TRASVERSALE"),
            "esito", "POSITIVO",
            "giudizio", "Progetto solido e ben integrato."));
    assertThatThrownBy(() -> completa("UserTask_LiquidareAcconto", decreto("118")))
        .hasMessageContaining("da completare");
    assertThat(compito("UserTask_LiquidareAcconto")).isNotNull();
    assertThat(premialita.movimenti(piano.pianoId())).isEmpty();
  }

  protected void conGliImportiDellAttoRegionaleLAccontoEPagato() {
    avviaDalModulo(
        "CompletamentoSchemaPremialita",
        Map.of(
            "triennio",
            triennio,
            "numeroAtto",
            "DGR 999",
            "dataAtto",
            "2024-12-09",
            "importoPerProgetto",
            33333.33,
            "percentualeAcconto",
            20));
    esegui();
    completa("UserTask_LiquidareAcconto", decreto("118"));
    assertThat(premialita.movimenti(piano.pianoId()))
        .extracting(Movimento::tipo, Movimento::importo, Movimento::beneficiario)
        .containsExactly(tuple(TipoMovimento.ACCONTO, Denaro.euro("6666.67"), "Comune di Clusone"));
    assertThat(messaggi("PREMIALITA_LIQUIDATA")).isPositive();
  }

  protected void dopoLaRelazioneFinaleEPagatoIlSaldo() {
    completa(
        "UserTask_RendicontareProgetto",
        Map.of(
            "dataRelazione", "2024-12-11",
            "spesaSostenuta", 58900.5,
            "risultati", "Centoventi persone seguite a domicilio in nove Comuni."));
    completa(
        "UserTask_ValutareEsitoFinale",
        Map.of("esito", "POSITIVO", "giudizio", "Obiettivo raggiunto."));
    completa("UserTask_LiquidareSaldo", decreto("611"));

    var riepilogo = premialita.riepilogo(piano.pianoId());
    assertThat(riepilogo.assegnata()).isEqualTo(Denaro.euro("33333.33"));
    assertThat(riepilogo.liquidata()).isEqualTo(Denaro.euro("33333.33"));
    assertThat(riepilogo.residua()).isEqualTo(Denaro.ZERO);
    assertThat(premialita.movimenti(piano.pianoId()))
        .extracting(Movimento::importo)
        .containsExactly(Denaro.euro("6666.67"), Denaro.euro("26666.66"));
  }

  protected void ilCicloEConclusoENonRestaNullaDaFare() {
    fase(Fase.CONCLUSO);
    assertThat(aperti()).isEmpty();
    // the calendars of the reporting flows and of the monitoring go on
    assertThat(
            motore
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKeyNotIn(
                    "CalendarioDebiti", "DebitoInformativo", "CalendarioMonitoraggio")
                .count())
        .isZero();
    assertThat(motore.getManagementService().createJobQuery().list())
        .extracting(Job::getProcessDefinitionKey)
        .isSubsetOf("CalendarioDebiti", "DebitoInformativo", "CalendarioMonitoraggio");
    assertThat(
            motore
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(piano.chiave())
                .processDefinitionKey("PianoDiZona")
                .singleResult())
        .extracting(HistoricProcessInstance::getState)
        .isEqualTo(HistoricProcessInstance.STATE_COMPLETED);
  }

  protected void ilPrimoAnnoDiAttuazioneEMonitoratoEApprovatoDallAssemblea() {
    int anno = piani.triennio(triennio).inizio().getYear();
    var dopo = String.valueOf(anno + 1);
    vaiA(dopo + "-01-02T09:00");
    var monitoraggio = monitoraggi.dellAnno(piano.pianoId(), anno).orElseThrow();
    assertThat(monitoraggi.schede(monitoraggio)).isNotEmpty();
    MonitoraggioFixture.compila(monitoraggi, monitoraggio, "45");
    MonitoraggioFixture.economico(economia, piano.pianoId(), anno + 1);
    completa(
        "UserTask_CompilareMonitoraggio",
        Map.of("premessa", "L'équipe mobile è partita a marzo e lavora in nove Comuni."));
    completa(
        "UserTask_ConvocareAssemblea",
        Map.of(
            "prima",
            dopo + "-01-20T18:00+01:00",
            "seconda",
            dopo + "-01-21T18:00+01:00",
            "luogo",
            "Sala consiliare di Clusone",
            "ordineDelGiorno",
            "1. Monitoraggio annuale; 2. Piano economico e quote"));
    vaiA(dopo + "-01-20T18:01");
    long seduta =
        (Long)
            motore
                .getTaskService()
                .getVariable(compito("UserTask_RegistrareAppelloEVoti").getId(), "sedutaId");
    SedutaFixture.di(sedute, seduta)
        .presenti(
            anagrafica.comuniDi(AMBITO, adesso().toLocalDate()).stream()
                .map(Comune::codiceIstat)
                .limit(18)
                .toList())
        .siSvolge();
    completa("UserTask_RegistrareAppelloEVoti", SedutaFixture.CHIUSURA);
    completa("UserTask_RegistrareDelibera", Map.of("numero", "1/" + dopo, "data", dopo + "-01-20"));

    var approvato = monitoraggi.dellAnno(piano.pianoId(), anno).orElseThrow();
    assertThat(approvato.stato()).isEqualTo(MonitoraggioAnnuale.Stato.APPROVATO);
    assertThat(economia.dellAnno(piano.pianoId(), anno + 1).orElseThrow().stato())
        .isEqualTo(PianoEconomico.Stato.APPROVATO);
    assertThat(fascicolo.documento(approvato.rapportoId()))
        .get()
        .extracting(Documento::tipo)
        .isEqualTo(TipoDocumento.RAPPORTO_MONITORAGGIO);
    assertThat(messaggi("MONITORAGGIO_APPROVATO")).isEqualTo(25);
    assertThat(compiti("UserTask_CompilareMonitoraggio")).isEmpty();
  }

  private void presenta(String numeroAvviso, DatiDomanda dati) {
    domande.presenta(new ComandoDomanda(numeroAvviso, Canale.WEB, dati));
    esegui();
  }

  private void firma(Task compito) {
    completa(
        compito,
        Map.of(
            "esito", "FIRMATA",
            "persona", "Anna Bonomelli",
            "ruolo", "legale rappresentante",
            "atto", "deliberazione 31/2024",
            "dataAtto", adesso().toLocalDate().toString(),
            "motivoSenzaProva", "Firma autografa depositata in Comune.",
            "data", adesso().toLocalDate().toString()));
  }

  private Map<String, Object> decreto(String numero) {
    return Map.of("numeroDecreto", numero, "dataDecreto", adesso().toLocalDate().toString());
  }

  private Object primo(Task compito, String opzioni) {
    var elenco = (org.camunda.spin.json.SpinJsonNode) modulo(compito).get(opzioni);
    return elenco.elements().get(0).prop("value").stringValue();
  }

  private void fase(Fase attesa) {
    assertThat(piani.piano(piano.pianoId()).fase()).isEqualTo(attesa);
  }

  private List<String> mailA(String indirizzo) {
    return jdbc.sql("select oggetto from messaggio where destinatario_email = ? and triennio = ?")
        .param(indirizzo)
        .param(triennio)
        .query(String.class)
        .list();
  }

  private int inviti(String indirizzo) {
    return jdbc.sql(
            """
            select count(*) from messaggio
            where destinatario_email = ? and triennio = ? and ics is not null\
            """)
        .param(indirizzo)
        .param(triennio)
        .query(Integer.class)
        .single();
  }

  private int messaggi(String scopo) {
    return jdbc.sql("select count(*) from messaggio where scopo = ? and triennio = ?")
        .param(scopo)
        .param(triennio)
        .query(Integer.class)
        .single();
  }

  /**
   * Rows of every table of the database: ours, and the engine's with its jobs and its history. The
   * engine's counters of itself are left out: it writes them every quarter of an hour, whoever
   * asks.
   */
  protected Map<String, Long> righe() {
    if (contaRighe == null) {
      contaRighe =
          jdbc
              .sql(
                  """
                  select table_name from information_schema.tables
                  where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'
                  and table_name <> 'ACT_RU_METER_LOG'""")
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
}
