package it.pianodizona.motore.lavoro;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.ProvaDiProcesso;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionStrategy;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.transaction.support.TransactionOperations;

class RicercaDeiLavoriTest extends ProvaDiProcesso {

  private static final String PROCESSO = "ProvaRicerca";
  private static final int LAVORI = 3;

  private final List<Long> riposi = new ArrayList<>();
  private final RicercaDeiLavori ricerca = new RicercaDeiLavori(new Pronto(), riposi::add);
  private String rilascio;

  /** Able to look for jobs, without a thread that does. */
  private static final class Pronto extends DefaultJobExecutor {
    private Pronto() {
      ensureInitialization();
    }
  }

  @BeforeEach
  void qualcheLavoro() {
    rilascio =
        motore
            .getRepositoryService()
            .createDeployment()
            .addModelInstance(
                PROCESSO + ".bpmn",
                Bpmn.createExecutableProcess(PROCESSO)
                    .camundaHistoryTimeToLive(1)
                    .startEvent()
                    .camundaAsyncBefore()
                    .endEvent()
                    .done())
            .deploy()
            .getId();
    for (int i = 0; i < LAVORI; i++) {
      motore.getRuntimeService().startProcessInstanceByKey(PROCESSO);
    }
  }

  @AfterEach
  void toglieIlProcesso() {
    motore.getRepositoryService().deleteDeployment(rilascio, true, true, true);
  }

  @Test
  void dopoAverTrovatoTuttoNonSiCercaDiNuovoSubito() {
    cerca(1_000);
    assertThat(riposi).as("la prima volta").isEmpty();

    cerca(1_000);
    assertThat(riposi)
        .singleElement()
        .satisfies(
            nanosecondi ->
                assertThat(nanosecondi)
                    .isPositive()
                    .isLessThanOrEqualTo(RicercaDeiLavori.PAUSA.toNanos()));
  }

  @Test
  void finoACheNeRestanoSiCercaSenzaPausa() {
    cerca(1);
    cerca(1);
    cerca(1);
    assertThat(riposi).isEmpty();
  }

  @Test
  void lEsecutoreCercaCosi() {
    var esecutore =
        new EsecutoreDiLavori(
            new SyncTaskExecutor(),
            new JobExecutionProperty(),
            TransactionOperations.withoutTransaction());
    esecutore.ensureInitialization();
    assertThat(esecutore.getAcquireJobsRunnable()).isInstanceOf(RicercaDeiLavori.class);
  }

  private void cerca(int quanti) {
    ricerca.acquireJobs(new JobAcquisitionContext(), prende(quanti), (ProcessEngineImpl) motore);
  }

  private static JobAcquisitionStrategy prende(int quanti) {
    return new JobAcquisitionStrategy() {
      @Override
      public void reconfigure(JobAcquisitionContext contesto) {}

      @Override
      public long getWaitTime() {
        return 0;
      }

      @Override
      public int getNumJobsToAcquire(String nomeMotore) {
        return quanti;
      }
    };
  }
}
