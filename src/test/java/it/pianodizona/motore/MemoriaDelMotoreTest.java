package it.pianodizona.motore;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.ProvaDiProcesso;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.Test;

class MemoriaDelMotoreTest extends ProvaDiProcesso {

  @Test
  void delProcedimentoRestanoITempiELeVariabiliEDeiModuliNessunaCopia() {
    adesso("2024-11-04T09:00");
    var piano = piano();
    var istanza =
        avvia(
            "AccordoDiProgramma",
            piano,
            Map.of("scadenzaAccordo", piani.scadenzaAccordo(piano.pianoId())));
    var compito = compito("UserTask_ComporreTesto");
    assertThat(modulo(compito)).containsKey("finalita");
    completa(
        compito,
        Stream.of(
                "finalita",
                "enteCapofila",
                "ufficioDiPiano",
                "sottoscrittori",
                "terzoSettore",
                "verifica",
                "durata",
                "integrazione")
            .collect(Collectors.toMap(parte -> parte, parte -> "Come approvato nel Piano.")));
    esegui();

    var storia = motore.getHistoryService();
    assertThat(storia.createHistoricVariableInstanceQuery().processInstanceId(istanza).list())
        .extracting(HistoricVariableInstance::getName)
        .contains("scadenzaAccordo", "accordoId")
        .doesNotContain("finalita");
    assertThat(storia.createHistoricDetailQuery().processInstanceId(istanza).count()).isZero();
    assertThat(storia.createHistoricTaskInstanceQuery().taskId(compito.getId()).finished().count())
        .isOne();
    assertThat(storia.createHistoricActivityInstanceQuery().processInstanceId(istanza).count())
        .isPositive();
    assertThat(storia.createHistoricJobLogQuery().processInstanceId(istanza).count())
        .as("di un lavoro si ricorda solo quando non riesce")
        .isZero();
  }
}
