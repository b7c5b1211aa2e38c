package it.pianodizona.motore.lavoro;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;

/**
 * Looks for jobs as the engine does, but not twice in a moment unless there is more than it could
 * take. Every transaction that leaves a job asks for a search, and the engine would search after
 * each: the search for one job costs the database more than the job.
 */
final class RicercaDeiLavori extends SequentialJobAcquisitionRunnable {

  /** Time between two searches; what is left meanwhile is found together. */
  static final Duration PAUSA = Duration.ofMillis(50);

  private final LongConsumer riposo;
  private long prossima = System.nanoTime();

  RicercaDeiLavori(JobExecutor esecutore) {
    this(esecutore, LockSupport::parkNanos);
  }

  /**
   * @param riposo lets that many nanoseconds go by, or fewer
   */
  RicercaDeiLavori(JobExecutor esecutore, LongConsumer riposo) {
    super(esecutore);
    this.riposo = riposo;
  }

  @Override
  protected AcquiredJobs acquireJobs(
      JobAcquisitionContext contesto, JobAcquisitionStrategy strategia, ProcessEngineImpl motore) {
    long manca = prossima - System.nanoTime();
    if (manca > 0) {
      riposo.accept(manca);
    }
    var presi = super.acquireJobs(contesto, strategia, motore);
    boolean neRestano =
        presi.size() + presi.getNumberOfJobsFailedToLock()
            >= presi.getNumberOfJobsAttemptedToAcquire();
    prossima = System.nanoTime() + (neRestano ? 0 : PAUSA.toNanos());
    return presi;
  }
}
