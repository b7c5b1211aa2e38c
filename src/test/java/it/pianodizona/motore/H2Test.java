package it.pianodizona.motore;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.ProvaDiProcesso;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class H2Test extends ProvaDiProcesso {

  private static final String PROCESSO = "ProvaIndici";

  @Autowired private JdbcClient jdbc;

  private String rilascio;

  @BeforeEach
  void moltiProcedimentiConVariabili() {
    rilascio =
        motore
            .getRepositoryService()
            .createDeployment()
            .addModelInstance(
                PROCESSO + ".bpmn",
                Bpmn.createExecutableProcess(PROCESSO)
                    .camundaHistoryTimeToLive(1)
                    .startEvent()
                    .receiveTask()
                    .message("ProvaMaiSpedita")
                    .endEvent()
                    .done())
            .deploy()
            .getId();
    for (int i = 0; i < 200; i++) {
      motore
          .getRuntimeService()
          .startProcessInstanceByKey(PROCESSO, Map.of("a", i, "b", i, "c", i, "d", i));
    }
  }

  @AfterEach
  void toglieIlProcesso() {
    motore.getRepositoryService().deleteDeployment(rilascio, true, true, true);
  }

  @Test
  void leVariabiliDiUnProcedimentoSiTrovanoSenzaLeggereQuelleDegliAltri() {
    var istanza =
        motore
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processDefinitionKey(PROCESSO)
            .listPage(0, 1)
            .get(0);

    var piano =
        jdbc.sql(
                """
                explain analyze select * from act_ru_variable
                where execution_id_ = ? and task_id_ is null""")
            .param(istanza.getId())
            .query(String.class)
            .single();

    assertThat(piano).contains("/* scanCount: 5 */");
  }

  @Test
  void chiChiudeUnCompitoNonLeggeQuelliDegliAltri() {
    var aperti =
        IntStream.range(0, 30).mapToObj(n -> motore.getTaskService().newTask("prova" + n)).toList();
    aperti.forEach(motore.getTaskService()::saveTask);
    try {
      assertThat(
              jdbc.sql("explain analyze select * from act_ru_task where parent_task_id_ = ?")
                  .param("prova7")
                  .query(String.class)
                  .single())
          .contains("/* scanCount: 1 */");
    } finally {
      motore.getTaskService().deleteTasks(aperti.stream().map(Task::getId).toList(), true);
    }
  }

  @Test
  void nessunaTabellaSalvaIProssimiIdentificativiOgniPocheRighe() {
    assertThat(
            jdbc.sql(
                    "select identity_cache from information_schema.columns where is_identity = 'YES'")
                .query(Long.class)
                .list())
        .isNotEmpty()
        .containsOnly(1000L);
  }
}
