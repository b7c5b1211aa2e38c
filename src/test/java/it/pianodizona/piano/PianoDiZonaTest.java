package it.pianodizona.piano;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import it.pianodizona.Copre;
import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.comune.Denaro;
import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.Macroarea;
import it.pianodizona.documento.SchedaObiettivo;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The thin process that strings the phases together. The phases themselves are stand-ins here: each
 * waits until the test says how it ended.
 */
@Copre("PianoDiZona")
class PianoDiZonaTest extends ProvaDiProcesso {

  private static final List<String> FASI =
      List.of(
          "CoProgrammazione",
          "RedazioneDocumento",
          "ApprovazioneAssemblea",
          "AccordoDiProgramma",
          "PremialitaProgetto");

  @Autowired private Documenti documenti;

  private String rilascio;
  private RiferimentoPiano piano;
  private ProcessInstance istanza;

  @BeforeEach
  void unPianoAvviatoConFasiFinte() {
    var rilasci = motore.getRepositoryService().createDeployment().name("fasi finte");
    FASI.forEach(fase -> rilasci.addModelInstance(fase + ".bpmn", faseFinta(fase)));
    rilascio = rilasci.deploy().getId();
    piano = piano();
    var id =
        avvia(
            "PianoDiZona",
            piano,
            Map.of(
                "scadenzaAccordo",
                piani.scadenzaAccordo(piano.pianoId()),
                "ritardoDal",
                piani.piano(piano.pianoId()).ritardoDal(),
                "accordoRaggiunto",
                false));
    istanza =
        motore
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(id)
            .singleResult();
    esegui();
  }

  @AfterEach
  void toglieLeFasiFinte() {
    motore.getRepositoryService().deleteDeployment(rilascio, true, true, true);
  }

  @Test
  void leFasiSiSusseguonoFinoAllaConclusioneSenzaProgetti() {
    finisce("CoProgrammazione", Map.of());
    fase(Fase.REDAZIONE);
    finisce("RedazioneDocumento", Map.of());
    fase(Fase.APPROVAZIONE);
    finisce("ApprovazioneAssemblea", Map.of("pianoApprovato", true));
    fase(Fase.ACCORDO);
    finisce("AccordoDiProgramma", Map.of("accordoRaggiunto", true));

    assertThat(istanza).isEnded().hasPassed("End_CicloConclusoSenzaPremialita");
    fase(Fase.CONCLUSO);
  }

  @Test
  void unPianoRespintoTornaInRedazione() {
    finisce("CoProgrammazione", Map.of());
    finisce("RedazioneDocumento", Map.of());
    finisce("ApprovazioneAssemblea", Map.of("pianoApprovato", false));

    fase(Fase.REDAZIONE);
    finisce("RedazioneDocumento", Map.of());
    finisce("ApprovazioneAssemblea", Map.of("pianoApprovato", true));
    fase(Fase.ACCORDO);
  }

  @Test
  void unAccordoNonRaggiuntoTornaInAssemblea() {
    finisce("CoProgrammazione", Map.of());
    finisce("RedazioneDocumento", Map.of());
    finisce("ApprovazioneAssemblea", Map.of("pianoApprovato", true));
    finisce("AccordoDiProgramma", Map.of("accordoRaggiunto", false));

    fase(Fase.APPROVAZIONE);
    finisce("ApprovazioneAssemblea", Map.of("pianoApprovato", true));
    fase(Fase.ACCORDO);
  }

  @Test
  void alTermineRegionaleIlPianoEInRitardoEProsegue() {
    finisce("CoProgrammazione", Map.of());

    vaiA("2024-12-10T23:59:59");
    assertThat(piani.piano(piano.pianoId()).inRitardo()).isFalse();
    vaiA("2024-12-11T00:00:01");

    assertThat(piani.piano(piano.pianoId()).inRitardo()).isTrue();
    assertThat(eventi(PianoInRitardo.class))
        .extracting(PianoInRitardo::piano, e -> e.termine().toLocalDate().toString())
        .containsExactly(org.assertj.core.groups.Tuple.tuple(piano, "2024-12-10"));
    assertThat(istanza).isActive();
    finisce("RedazioneDocumento", Map.of());
    fase(Fase.APPROVAZIONE);
  }

  @Test
  void chiHaTrasmessoLAccordoInTempoNonEInRitardoESegueOgniProgetto() {
    obiettiviCandidati("A casa in valle", "Famiglie al centro");
    finisce("CoProgrammazione", Map.of());
    finisce("RedazioneDocumento", Map.of());
    finisce("ApprovazioneAssemblea", Map.of("pianoApprovato", true));
    finisce("AccordoDiProgramma", Map.of("accordoRaggiunto", true));
    fase(Fase.PREMIALITA);

    vaiA("2024-12-11T09:00");
    assertThat(piani.piano(piano.pianoId()).inRitardo()).isFalse();
    assertThat(eventi(PianoInRitardo.class)).isEmpty();

    assertThat(inCorso("PremialitaProgetto")).hasSize(2);
    finisce("PremialitaProgetto", Map.of());
    fase(Fase.PREMIALITA);
    finisce("PremialitaProgetto", Map.of());
    assertThat(istanza).isEnded().hasPassed("End_CicloConcluso");
    fase(Fase.CONCLUSO);
  }

  @Test
  void ogniFaseRiceveSoloCioCheLeServe() {
    var sotto =
        motore
            .getRuntimeService()
            .createProcessInstanceQuery()
            .superProcessInstanceId(istanza.getId())
            .singleResult();
    assertThat(motore.getRuntimeService().getVariables(sotto.getId()))
        .containsOnlyKeys("pianoId", "codiceAmbito", "triennio");
    assertThat(sotto.getBusinessKey()).isEqualTo(piano.chiave());
    assertThat(sotto.getTenantId()).isEqualTo(AMBITO);
  }

  private void obiettiviCandidati(String... titoli) {
    var bozza = documenti.apriBozza(piano.pianoId());
    documenti.definisciObiettivi(
        bozza.id(), Stream.of(titoli).map(PianoDiZonaTest::candidato).toList());
  }

  private static SchedaObiettivo candidato(String titolo) {
    return new SchedaObiettivo(
        titolo,
        Macroarea.A,
        "Descrizione",
        "Persone anziane",
        Denaro.euro(60000),
        "Due assistenti sociali",
        false,
        null,
        true,
        false,
        false,
        null,
        "Bisogni",
        "Modalità",
        "Risultati",
        "Impatto",
        true);
  }

  private void finisce(String fase, Map<String, Object> esito) {
    var istanze = inCorso(fase);
    assertThat(istanze).as("istanze di %s in corso", fase).isNotEmpty();
    var attesa =
        motore
            .getRuntimeService()
            .createExecutionQuery()
            .processInstanceId(istanze.get(0).getId())
            .activityId("Attesa")
            .singleResult();
    motore.getRuntimeService().signal(attesa.getId(), esito);
    esegui();
  }

  private List<ProcessInstance> inCorso(String fase) {
    return motore
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(fase)
        .list();
  }

  private void fase(Fase attesa) {
    assertThat(piani.piano(piano.pianoId()).fase()).isEqualTo(attesa);
  }

  private static BpmnModelInstance faseFinta(String fase) {
    return Bpmn.createExecutableProcess(fase)
        .camundaHistoryTimeToLiveString("P1D")
        .startEvent()
        .receiveTask("Attesa")
        .endEvent()
        .done();
  }
}
