package it.pianodizona.assemblea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import it.pianodizona.Copre;
import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.accordo.Accordi;
import it.pianodizona.accordo.Rifiuto;
import it.pianodizona.accordo.TestiAccordo;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.Comune;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.documento.Documenti;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.Pdf;
import it.pianodizona.fascicolo.TipoDocumento;
import it.pianodizona.motore.modulo.ModuloNonValido;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Scadenze;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Copre("ApprovazioneAssemblea")
class ApprovazioneAssembleaTest extends ProvaDiProcesso {

  private static final String CONVOCARE = "UserTask_ConvocareAssemblea";
  private static final String CONVOCARE_SECONDA = "UserTask_ConvocareSecondaConvocazione";
  private static final String VOTARE = "UserTask_RegistrareAppelloEVoti";
  private static final String DELIBERARE = "UserTask_RegistrareDelibera";

  @Autowired private Anagrafica anagrafica;
  @Autowired private Accordi accordi;
  @Autowired private TestiAccordo testi;
  @Autowired private Assemblea assemblea;
  @Autowired private Fascicolo fascicolo;
  @Autowired private Regolamenti regolamenti;
  @Autowired private Sedute sedute;
  @Autowired private Documenti documenti;
  @Autowired private Scadenze scadenze;

  private RiferimentoPiano piano;
  private List<String> comuni;
  private ProcessInstance istanza;

  @BeforeEach
  void unPianoDaApprovare() {
    adesso("2024-10-21T09:00");
    piano = piano();
    comuni =
        anagrafica.comuniDi(AMBITO, LocalDate.of(2024, 10, 21)).stream()
            .map(Comune::codiceIstat)
            .toList();
    istanza = parti();
  }

  @Test
  void inPrimaConvocazioneLAssembleaApprovaEIlPianoVaAvanti() {
    convoca("2024-10-30T18:00+01:00", "2024-10-31T18:00+01:00");
    assertThat(istanza).isWaitingAt("Timer_Seduta");
    assertThat(eventi(AssembleaConvocata.class)).hasSize(1);

    vaiA("2024-10-30T18:01");
    assertThat(compito(VOTARE).getName())
        .isEqualTo("Registrare appello e voti – prima convocazione");
    vota(comuni.subList(0, 20), Map.of("contrariPiano", comuni.subList(0, 2)));

    assertThat(modulo(compito(DELIBERARE)).get("votazioni").toString())
        .contains("20 su 24", "approvato", "\"favorevoli\":\"18\"", "\"contrari\":\"2\"");
    completa(DELIBERARE, Map.of("numero", "12/2024", "data", "2024-10-30"));

    assertThat(istanza).isEnded().hasPassed("End_PianoApprovato");
    assertThat(esito()).isEqualTo(true);
  }

  @Test
  void lAvvisoArrivaATuttiIComuniConUnaProvaELaSecondaData() {
    anagrafica.aggiornaRecapito(
        it.pianodizona.anagrafica.TipoEnte.COMUNE, "016077", "protocollo@comune.clusone.example");

    convoca("2024-10-30T18:00+01:00", "2024-10-31T18:00+01:00");

    var avviso = eventi(AssembleaConvocata.class).get(0);
    assertThat(avviso.convocazione()).isEqualTo(1);
    assertThat(avviso.inizio()).isEqualTo("2024-10-30T18:00+01:00[Europe/Rome]");
    assertThat(avviso.ordineDelGiorno())
        .contains("Piano di Zona")
        .contains("la seconda convocazione è il 31/10/2024 alle 18:00");
    assertThat(avviso.destinatari())
        .hasSize(24)
        .contains(new Destinatario("Comune di Clusone", "protocollo@comune.clusone.example"));
    assertThat(scadenze.elenco(piano.pianoId()))
        .anySatisfy(
            s -> {
              assertThat(s.tipo()).isEqualTo("AVVISO_DI_CONVOCAZIONE");
              assertThat(s.motivazione()).contains("5 giorni prima del 30/10/2024", "provvisorio");
            });
  }

  @Test
  void seIlPianoVieneRespintoNonSiVotaLoSchemaESiTornaARedigere() {
    convocaEApriSeduta();

    vota(comuni, Map.of("contrariPiano", comuni.subList(0, 13)));

    assertThat(istanza).isEnded().hasPassed("End_PianoRespinto");
    assertThat(esito()).isEqualTo(false);
    assertThat(votazioni()).extracting(Votazione::punto).containsExactly(Punto.PIANO);
  }

  @Test
  void ilDocumentoRespintoPortaConSeIlConteggioDeiVoti() {
    var documento = documenti.apriBozza(piano.pianoId());
    convocaEApriSeduta();

    vota(comuni, Map.of("contrariPiano", comuni.subList(0, 13)));

    assertThat(documenti.pareri(documento.id()))
        .singleElement()
        .satisfies(
            parere ->
                assertThat(parere.riassunto())
                    .startsWith("Assemblea dei Sindaci")
                    .endsWith(
                        "contrario: Piano di Zona non approvato: favorevoli 11, contrari 13,"
                            + " astenuti 0."));
  }

  @Test
  void laParitaNonApprova() {
    convocaEApriSeduta();

    vota(comuni, Map.of("contrariPiano", comuni.subList(0, 12)));

    assertThat(istanza).isEnded().hasPassed("End_PianoRespinto");
  }

  @Test
  void seLoSchemaVieneRespintoIlPianoNonEApprovato() {
    convocaEApriSeduta();

    vota(comuni, Map.of("contrariSchema", comuni.subList(0, 14)));

    assertThat(istanza).isEnded().hasPassed("End_PianoRespinto");
    assertThat(votazioni()).extracting(Votazione::approvata).containsExactly(true, false);
  }

  @Test
  void senzaNumeroLegaleSiVaInSecondaConvocazioneDoveBastaUnTerzo() {
    convocaEApriSeduta();

    vota(comuni.subList(0, 12), Map.of());

    assertThat(istanza).isWaitingAt("Timer_SecondaConvocazione");
    assertThat(eventi(AssembleaConvocata.class))
        .extracting(AssembleaConvocata::convocazione)
        .containsExactly(1, 2);

    vaiA("2024-10-31T18:01");
    assertThat(compito(VOTARE).getName()).contains("seconda convocazione");
    vota(comuni.subList(0, 8), Map.of());
    completa(DELIBERARE, Map.of("numero", "13/2024", "data", "2024-10-31"));

    assertThat(istanza).isEnded().hasPassed("End_PianoApprovato");
  }

  @Test
  void seIlNumeroLegaleCadePrimaDelSecondoVotoInSecondaConvocazioneSiVotaSoloLoSchema() {
    convocaEApriSeduta();

    vota(comuni.subList(0, 13), Map.of("usciti", comuni.subList(12, 13)));

    assertThat(votazioni()).extracting(Votazione::valida).containsExactly(true, false);
    vaiA("2024-10-31T18:01");
    assertThat(modulo(compito(VOTARE)).get("residuo").toString())
        .contains("Piano di Zona")
        .contains("Schema");
    vota(comuni.subList(0, 9), Map.of());

    assertThat(istanza).isWaitingAt(DELIBERARE);
    assertThat(votazioni())
        .extracting(Votazione::punto, Votazione::convocazione, Votazione::valida)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Punto.PIANO, 1, true),
            org.assertj.core.groups.Tuple.tuple(Punto.SCHEMA_ACCORDO, 1, false),
            org.assertj.core.groups.Tuple.tuple(Punto.SCHEMA_ACCORDO, 2, true));
  }

  @Test
  void senzaNumeroLegaleAncheInSecondaConvocazioneSiRiconvoca() {
    convocaEApriSeduta();
    deserta();
    vaiA("2024-10-31T18:01");

    vota(comuni.subList(0, 7), Map.of());

    assertThat(istanza).isWaitingAt(CONVOCARE);
    convoca("2024-11-12T18:00+01:00", "2024-11-13T18:00+01:00");
    vaiA("2024-11-12T18:01");
    vota(comuni, Map.of());
    assertThat(istanza).isWaitingAt(DELIBERARE);
  }

  @Test
  void conTroppoPocoPreavvisoSiSaQualEIlPrimoGiornoUtile() {
    assertThat(modulo(compito(CONVOCARE)).get("primoGiornoUtile")).isEqualTo("26/10/2024");

    assertThatThrownBy(() -> convoca("2024-10-25T18:00+02:00", "2024-10-28T18:00+01:00"))
        .isInstanceOf(ModuloNonValido.class)
        .hasMessageContaining("Prima convocazione")
        .hasMessageContaining("5 giorni")
        .hasMessageContaining("26/10/2024");
    assertThat(istanza).isWaitingAt(CONVOCARE);
    assertThat(eventi(AssembleaConvocata.class)).isEmpty();
  }

  @Test
  void ilPreavvisoARitrosoNonFinisceDiFestivo() {
    // five days before Wednesday 6 November is All Saints' Day: the notice is due on 31 October
    adesso("2024-11-01T09:00");

    assertThatThrownBy(() -> convoca("2024-11-06T18:00+01:00", "2024-11-07T18:00+01:00"))
        .hasMessageContaining("07/11/2024");
  }

  @Test
  void laConvocazioneUrgenteChiedeVentiquattrOre() {
    assertThatThrownBy(() -> convocaUrgente("2024-10-22T08:45+02:00"))
        .hasMessageContaining("24 ore")
        .hasMessageContaining("22/10/2024 alle 09:00");

    convocaUrgente("2024-10-22T09:00+02:00");

    assertThat(istanza).isWaitingAt("Timer_Seduta");
  }

  @Test
  void laSecondaConvocazioneVieneDopoLaPrima() {
    assertThatThrownBy(() -> convoca("2024-10-30T18:00+01:00", "2024-10-30T18:00+01:00"))
        .hasMessageContaining("Seconda convocazione")
        .hasMessageContaining("successiva");
  }

  @Test
  void lUrgenzaVaMotivata() {
    var senzaMotivo =
        new HashMap<>(convocazione("2024-10-22T09:00+02:00", "2024-10-31T18:00+01:00", true));
    senzaMotivo.remove("motivoUrgenza");

    assertThatThrownBy(() -> completa(CONVOCARE, senzaMotivo))
        .hasMessageContaining("Motivo dell'urgenza");
  }

  @Test
  void seLaSecondaNonEConvocataInsiemeSiConvocaAParteConIlSuoPreavviso() {
    convoca("2024-10-30T18:00+01:00", null);
    assertThat(eventi(AssembleaConvocata.class))
        .singleElement()
        .satisfies(
            avviso -> assertThat(avviso.ordineDelGiorno()).doesNotContain("seconda convocazione"));
    vaiA("2024-10-30T18:30");
    vota(comuni.subList(0, 12), Map.of());

    assertThat(istanza).isWaitingAt(CONVOCARE_SECONDA);
    assertThat(modulo(compito(CONVOCARE_SECONDA)))
        .containsEntry("primoGiornoUtile", "04/11/2024")
        .containsEntry("quorum", "almeno un terzo")
        .extractingByKey("esito")
        .asString()
        .contains("mancanza del numero legale", "presenti 12 Comuni su 24, richiesti 13");
    assertThatThrownBy(() -> completa(CONVOCARE_SECONDA, seconda("2024-10-31T18:00+01:00")))
        .hasMessageContaining("Seconda convocazione")
        .hasMessageContaining("04/11/2024");
    completa(CONVOCARE_SECONDA, seconda("2024-11-04T18:00+01:00"));
    assertThat(istanza).isWaitingAt("Timer_SecondaConvocazione");
    assertThat(eventi(AssembleaConvocata.class))
        .extracting(AssembleaConvocata::convocazione)
        .containsExactly(1, 2);

    vaiA("2024-11-04T18:01");
    vota(comuni.subList(0, 8), Map.of());
    assertThat(istanza).isWaitingAt(DELIBERARE);
  }

  @Test
  void contandoIGiorniLiberiIlPrimoGiornoUtileEUnoDopo() {
    regolamenti.adotta(
        RegolamentoFixture.dellAmbito(piano.triennio()).giorniLiberi().fatto(), "udp");
    istanza = parti();

    assertThat(assemblea.primoGiornoUtile(piano.pianoId())).isEqualTo("2024-10-27");
    assertThatThrownBy(
            () ->
                completa(
                    ultimo(CONVOCARE),
                    convocazione("2024-10-26T18:00+02:00", "2024-10-28T18:00+01:00", false)))
        .hasMessageContaining("5 giorni liberi")
        .hasMessageContaining("27/10/2024");
  }

  @Test
  void ilRegistroNonSiChiudeFinchePuoDeliberare() {
    convocaEApriSeduta();
    sedute.registra(seduta(), Movimento.Tipo.ENTRATA, comuni, null, "presidente");

    assertThatThrownBy(this::chiudi)
        .isInstanceOf(ModuloNonValido.class)
        .hasMessageContaining("il numero legale c'è")
        .hasMessageContaining("Piano di Zona");
    assertThat(istanza).isWaitingAt(VOTARE);
  }

  @Test
  void ilVerbaleELaDeliberaVannoNelFascicoloConIlProtocolloInPdfA() throws Exception {
    convocaEApriSeduta();
    vota(comuni, Map.of("contrariPiano", comuni.subList(0, 2)));
    completa(DELIBERARE, Map.of("numero", "12/2024", "data", "2024-10-30"));

    assertThat(fascicolo.delPiano(piano.pianoId()))
        .extracting(Documento::tipo)
        .containsExactly(TipoDocumento.VERBALE_ASSEMBLEA, TipoDocumento.DELIBERA);
    assertThat(fascicolo.delPiano(piano.pianoId()))
        .allSatisfy(
            documento -> {
              assertThat(documento.protocollo()).matches("\\d{7}/2024");
            });
    var verbale = fascicolo.contenuto(fascicolo.delPiano(piano.pianoId()).get(0).id());
    assertThat(Pdf.difetti(verbale)).isEmpty();
    assertThat(Pdf.testo(verbale))
        .contains("Ardesio", "18:01–fine", "presenti 24 Comuni su 24", "Contrari", "Carla Fornoni")
        .contains("1:");
    var delibera = fascicolo.contenuto(fascicolo.delPiano(piano.pianoId()).get(1).id());
    assertThat(Pdf.difetti(delibera)).isEmpty();
    assertThat(Pdf.testo(delibera))
        .contains("n. 12/2024 del 30/10/2024", "Schema dell'Accordo di Programma: approvato");
  }

  @Test
  void ilPianoRespintoTornaInAssembleaDicendoPerche() {
    convocaEApriSeduta();
    vota(comuni, Map.of("contrariPiano", comuni.subList(0, 13)));

    istanza = parti();

    assertThat(modulo(compito(CONVOCARE)).get("ritorno").toString())
        .contains("30/10/2024", "Piano di Zona non approvato: favorevoli 11, contrari 13");
  }

  @Test
  void dopoUnRifiutoDiFirmareSiSaChiHaRifiutatoEPerche() {
    convocaEApriSeduta();
    vota(comuni, Map.of());
    completa(DELIBERARE, Map.of("numero", "12/2024", "data", "2024-10-30"));
    var accordo =
        accordi.apri(
            piano.pianoId(),
            testi.componi(piano.pianoId(), testi.proposta(piano.pianoId()), "prova"),
            piani.scadenzaAccordo(piano.pianoId()));
    var firmatario = accordi.firmatari(accordo.id()).get(0);
    accordi.rifiuta(
        firmatario.firmaId(),
        new Rifiuto(
            "Anna Riva",
            "sindaca",
            "Il riparto delle spese è cambiato.",
            LocalDate.of(2024, 10, 30)));

    istanza = parti();

    assertThat(modulo(compito(CONVOCARE)).get("ritorno").toString())
        .contains(
            firmatario.nome(), "ha rifiutato di firmare", "Anna Riva", "Il riparto delle spese");
  }

  @Test
  void laPrimaVoltaNonCESpiegazioneDaDare() {
    assertThat(modulo(compito(CONVOCARE))).containsEntry("ritorno", "");
  }

  @Test
  void senzaLaPopolazioneDiUnComuneNonSiConvocaESiSaDiChi() {
    regolamenti.adotta(
        RegolamentoFixture.dellAmbito(piano.triennio()).ponderato(1999).fatto(), "udp");

    assertThatThrownBy(() -> convoca("2024-10-30T18:00+01:00", "2024-10-31T18:00+01:00"))
        .hasMessageContaining("1999")
        .hasMessageContaining("Ardesio");
    assertThat(istanza).isWaitingAt(CONVOCARE);
  }

  @Test
  void laDeliberaNonPrecedeLaSedutaEHaUnNumeroLeggibile() {
    convocaEApriSeduta();
    vota(comuni, Map.of());

    assertThatThrownBy(
            () -> completa(DELIBERARE, Map.of("numero", "12/2024", "data", "2024-10-29")))
        .hasMessageContaining("Data della delibera")
        .hasMessageContaining("30/10/2024");
    assertThatThrownBy(
            () -> completa(DELIBERARE, Map.of("numero", "12/2024", "data", "2024-11-30")))
        .hasMessageContaining("Data della delibera");
    assertThatThrownBy(
            () -> completa(DELIBERARE, Map.of("numero", "<script>", "data", "2024-10-30")))
        .hasMessageContaining("«Numero della delibera»");
    assertThat(istanza).isWaitingAt(DELIBERARE);
  }

  @Test
  void unPianoRespintoTornaInAssembleaConUnNuovoTentativoESiRivotaTutto() {
    convocaEApriSeduta();
    vota(comuni, Map.of("contrariSchema", comuni));

    istanza = parti();
    convoca("2024-11-12T18:00+01:00", "2024-11-13T18:00+01:00");
    vaiA("2024-11-12T18:01");

    assertThat(modulo(compito(VOTARE)).get("residuo")).isEqualTo("");
    vota(comuni, Map.of());
    completa(DELIBERARE, Map.of("numero", "14/2024", "data", "2024-11-12"));
    assertThat(istanza).isEnded().hasPassed("End_PianoApprovato");
  }

  @Test
  void ilRegolamentoDellAtsValePrimaDiQuelloProvvisorioEPesaLaPopolazione() {
    assertThat(regolamenti.inVigore(piano.pianoId()).segnaposto()).isTrue();
    regolamenti.adotta(RegolamentoFixture.dellAts(piano.triennio()).ponderato(2011).fatto(), "ats");
    convocaEApriSeduta();
    assertThat(modulo(compito(VOTARE)).get("numeroLegaleRichiesto"))
        .isEqualTo("Comuni con 21.883 abitanti su 43.764");

    // Clusone, Rovetta, Ardesio, Castione and Parre: five heads, more than half of the inhabitants
    vota(List.of("016077", "016187", "016012", "016064", "016158"), Map.of());

    assertThat(votazioni())
        .allSatisfy(v -> assertThat(v.quorum().popolazionePresente()).isEqualTo(22_525))
        .allSatisfy(v -> assertThat(v.scrutinio().favorevoli()).isEqualTo(22_525))
        .extracting(Votazione::approvata)
        .containsExactly(true, true);
  }

  @Test
  void nullaDiCioCheSiScriveNeiModuliRestaNelProcesso() {
    convocaEApriSeduta();
    vota(comuni, Map.of());

    assertThat(motore.getRuntimeService().getVariables(istanza.getId()).keySet())
        .isEqualTo(
            Set.of(
                "pianoId",
                "codiceAmbito",
                "triennio",
                "approvazioneId",
                "sedutaId",
                "inSecondaConvocazione",
                "secondaConvocata",
                "inizioSeduta",
                "inizioSecondaConvocazione",
                "numeroLegale",
                "pianoApprovato"));
  }

  private ProcessInstance parti() {
    var id = avvia("ApprovazioneAssemblea", piano, Map.of());
    return motore
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceId(id)
        .singleResult();
  }

  private void convocaEApriSeduta() {
    convoca("2024-10-30T18:00+01:00", "2024-10-31T18:00+01:00");
    vaiA("2024-10-30T18:01");
  }

  private void convoca(String prima, String seconda) {
    completa(CONVOCARE, convocazione(prima, seconda, false));
  }

  private void convocaUrgente(String prima) {
    completa(CONVOCARE, convocazione(prima, "2024-10-31T18:00+01:00", true));
  }

  private static Map<String, Object> seconda(String quando) {
    return Map.of(
        "seconda",
        quando,
        "luogo",
        "Sede della Comunità Montana, Clusone",
        "ordineDelGiorno",
        "1. Piano di Zona. 2. Schema di Accordo di Programma.",
        "urgente",
        false);
  }

  private org.camunda.bpm.engine.task.Task ultimo(String compito) {
    return motore
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(istanza.getId())
        .taskDefinitionKey(compito)
        .singleResult();
  }

  private static Map<String, Object> convocazione(String prima, String seconda, boolean urgente) {
    var dati = new HashMap<String, Object>();
    dati.put("prima", prima);
    dati.put("seconda", seconda);
    dati.put("luogo", "Sede della Comunità Montana, Clusone");
    dati.put("ordineDelGiorno", "1. Piano di Zona. 2. Schema di Accordo di Programma.");
    dati.put("urgente", urgente);
    if (urgente) {
      dati.put("motivoUrgenza", "Il termine regionale scade a giorni.");
    }
    return dati;
  }

  private void deserta() {
    chiudi();
  }

  private void chiudi() {
    completa(VOTARE, SedutaFixture.CHIUSURA);
  }

  /** The whole sitting: {@code contrariPiano}, {@code usciti}, {@code contrariSchema}. */
  private void vota(List<String> presenti, Map<String, List<String>> altro) {
    SedutaFixture.di(sedute, seduta())
        .presenti(presenti)
        .usciti(altro.getOrDefault("usciti", List.of()))
        .contrari(Punto.PIANO, altro.getOrDefault("contrariPiano", List.of()))
        .contrari(Punto.SCHEMA_ACCORDO, altro.getOrDefault("contrariSchema", List.of()))
        .siSvolge();
    chiudi();
  }

  private long seduta() {
    return (Long) motore.getTaskService().getVariable(compito(VOTARE).getId(), "sedutaId");
  }

  private List<Votazione> votazioni() {
    var approvazione =
        motore
            .getHistoryService()
            .createHistoricVariableInstanceQuery()
            .processInstanceId(istanza.getId())
            .variableName("approvazioneId")
            .singleResult();
    return assemblea.votazioni((Long) approvazione.getValue());
  }

  private Object esito() {
    return motore
        .getHistoryService()
        .createHistoricVariableInstanceQuery()
        .processInstanceId(istanza.getId())
        .variableName("pianoApprovato")
        .singleResult()
        .getValue();
  }
}
