package it.pianodizona.assemblea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import it.pianodizona.Copre;
import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.Comune;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.documento.Documenti;
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
  private static final String VOTARE = "UserTask_RegistrareAppelloEVoti";
  private static final String DELIBERARE = "UserTask_RegistrareDelibera";

  @Autowired private Anagrafica anagrafica;
  @Autowired private Assemblea assemblea;
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
    assertThat(modulo(compito(VOTARE)).get("pianoDaVotare")).isEqualTo(false);
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
  void votaSoloChiEInAulaEUnaVoltaSola() {
    convocaEApriSeduta();
    var presenti = comuni.subList(0, 14);

    assertThatThrownBy(() -> vota(presenti, Map.of("contrariPiano", comuni.subList(20, 21))))
        .hasMessageContaining("Piano di Zona, contrari")
        .hasMessageContaining("non risulta presente");
    assertThatThrownBy(
            () ->
                vota(
                    presenti,
                    Map.of(
                        "contrariPiano", comuni.subList(0, 1),
                        "astenutiPiano", comuni.subList(0, 1))))
        .hasMessageContaining("insieme contrari e astenuti");
    assertThatThrownBy(
            () ->
                vota(
                    presenti,
                    Map.of("usciti", comuni.subList(0, 1), "contrariSchema", comuni.subList(0, 1))))
        .hasMessageContaining("Schema dell'Accordo di Programma, contrari");
    assertThat(compiti(VOTARE)).hasSize(1);
    assertThat(votazioni()).isEmpty();
  }

  @Test
  void unAppelloVuotoVaDichiaratoEUnDelegatoVaConIlSuoComune() {
    convocaEApriSeduta();

    assertThatThrownBy(() -> vota(List.of(), Map.of())).hasMessageContaining("Seduta deserta");
    assertThatThrownBy(() -> vota(comuni, Map.of("deleghe", "Bergamo: Anna Riva, assessora")))
        .hasMessageContaining("Deleghe")
        .hasMessageContaining("Bergamo");
    assertThatThrownBy(() -> vota(comuni, Map.of("deleghe", "Anna Riva")))
        .hasMessageContaining("Comune: nome e carica");

    vota(comuni, Map.of("deleghe", "Clusone: Anna Riva, assessora\nVilla d’Ogna: Ugo Neri"));

    assertThat(istanza).isWaitingAt(DELIBERARE);
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

    assertThat(modulo(compito(VOTARE)).get("pianoDaVotare")).isEqualTo(true);
    vota(comuni, Map.of());
    completa(DELIBERARE, Map.of("numero", "14/2024", "data", "2024-11-12"));
    assertThat(istanza).isEnded().hasPassed("End_PianoApprovato");
  }

  @Test
  void ilRegolamentoDellAtsValePrimaDiQuelloProvvisorioEPesaLaPopolazione() {
    var provvisorio = assemblea.regolamento(piano.pianoId());
    assertThat(provvisorio.segnaposto()).isTrue();
    assemblea.adotta(
        new RegolamentoAssemblea(
            0,
            piano.triennio(),
            "325",
            1,
            LocalDate.of(2024, 1, 1),
            "Regolamento dell'Assemblea, delibera 3/2024",
            false,
            5,
            24,
            ModoQuorum.POPOLAZIONE,
            Soglia.META_PIU_UNO,
            Soglia.UN_TERZO,
            ModoVoto.PONDERATO,
            Maggioranza.VOTANTI,
            Maggioranza.COMPONENTI,
            Astensioni.CONTATE_TRA_I_VOTANTI,
            "ISTAT, censimento della popolazione",
            2011));
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
    vota(comuni, Map.of("deleghe", "Clusone: Anna Riva, assessora"));

    assertThat(motore.getRuntimeService().getVariables(istanza.getId()).keySet())
        .isEqualTo(
            Set.of(
                "pianoId",
                "codiceAmbito",
                "triennio",
                "approvazioneId",
                "sedutaId",
                "inSecondaConvocazione",
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

  private static Map<String, Object> convocazione(String prima, String seconda, boolean urgente) {
    return Map.of(
        "prima", prima,
        "seconda", seconda,
        "luogo", "Sede della Comunità Montana, Clusone",
        "ordineDelGiorno", "1. Piano di Zona. 2. Schema di Accordo di Programma.",
        "urgente", urgente);
  }

  private void deserta() {
    completa(VOTARE, Map.of("deserta", true));
  }

  private void vota(List<String> presenti, Map<String, ?> altro) {
    var dati = new HashMap<String, Object>(altro);
    dati.put("presenti", presenti);
    completa(VOTARE, dati);
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
