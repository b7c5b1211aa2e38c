package it.pianodizona.motore.lavoro;

import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The engine's job executor, which {@linkplain RicercaDeiLavori finds} jobs together and
 * {@linkplain LavoriInsieme does} them together.
 */
public final class EsecutoreDiLavori extends SpringJobExecutor {

  private final TransactionOperations transazione;

  /** With the settings of {@code camunda.bpm.job-execution}, as the starter's own has them. */
  public EsecutoreDiLavori(
      TaskExecutor fili, JobExecutionProperty impostazioni, TransactionOperations transazione) {
    this.transazione = transazione;
    setTaskExecutor(fili);
    setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
    var dove = PropertyMapper.get().alwaysApplyingWhenNonNull();
    dove.from(impostazioni::getLockTimeInMillis).to(this::setLockTimeInMillis);
    dove.from(impostazioni::getMaxJobsPerAcquisition).to(this::setMaxJobsPerAcquisition);
    dove.from(impostazioni::getWaitTimeInMillis).to(this::setWaitTimeInMillis);
    dove.from(impostazioni::getMaxWait).to(this::setMaxWait);
    dove.from(impostazioni::getBackoffTimeInMillis).to(this::setBackoffTimeInMillis);
    dove.from(impostazioni::getMaxBackoff).to(this::setMaxBackoff);
    dove.from(impostazioni::getBackoffDecreaseThreshold).to(this::setBackoffDecreaseThreshold);
    dove.from(impostazioni::getWaitIncreaseFactor).to(this::setWaitIncreaseFactor);
  }

  @Override
  protected void ensureInitialization() {
    super.ensureInitialization();
    acquireJobsRunnable = new RicercaDeiLavori(this);
  }

  @Override
  public Runnable getExecuteJobsRunnable(List<String> lavori, ProcessEngineImpl motore) {
    return lavori.size() > 1
        ? new LavoriInsieme(lavori, motore, transazione)
        : new ExecuteJobsRunnable(lavori, motore);
  }
}
