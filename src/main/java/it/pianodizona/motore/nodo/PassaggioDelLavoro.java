package it.pianodizona.motore.nodo;

import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * A node that closes finishes the jobs it has begun and gives back those it had only reserved:
 * another node, or the same one when it comes back, goes on at once instead of when the reservation
 * expires.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PassaggioDelLavoro implements ApplicationListener<ContextClosedEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(PassaggioDelLavoro.class);

  /** Longest that a job in progress is waited for; its reservation then expires by itself. */
  private static final Duration ATTESA = Duration.ofSeconds(20);

  private static final Duration PASSO = Duration.ofMillis(20);

  private final ProcessEngineConfigurationImpl motore;
  private final JdbcClient jdbc;
  private final ObjectProvider<ThreadPoolTaskExecutor> fili;

  PassaggioDelLavoro(
      ProcessEngine motore,
      JdbcClient jdbc,
      @Qualifier("camundaTaskExecutor") ObjectProvider<ThreadPoolTaskExecutor> fili) {
    this.motore = (ProcessEngineConfigurationImpl) motore.getProcessEngineConfiguration();
    this.jdbc = jdbc;
    this.fili = fili;
  }

  @Override
  public void onApplicationEvent(ContextClosedEvent chiusura) {
    var esecutore = motore.getJobExecutor();
    if (esecutore == null || !esecutore.isActive()) {
      return;
    }
    esecutore.shutdown();
    try {
      if (fili.stream().allMatch(PassaggioDelLavoro::siSvuota)) {
        int resi = restituisci();
        LOG.info("Lavori lasciati agli altri nodi: {}", resi);
      } else {
        LOG.warn(
            "Lavori ancora in corso dopo {} secondi: passano a un altro nodo quando scade la loro"
                + " prenotazione",
            ATTESA.toSeconds());
      }
    } catch (RuntimeException e) {
      LOG.warn("Lavori non restituiti, passano quando scade la prenotazione: {}", e.getMessage());
    }
  }

  /** Gives back every job that this node had reserved; none of them may be in progress. */
  int restituisci() {
    return jdbc.sql(
            """
            update act_ru_job set lock_owner_ = null, lock_exp_time_ = null
             where lock_owner_ = ?""")
        .param(motore.getJobExecutor().getLockOwner())
        .update();
  }

  /** What has not begun will not; what has, ends. */
  static boolean siSvuota(ThreadPoolTaskExecutor fili) {
    fili.getThreadPoolExecutor().getQueue().clear();
    long fine = System.nanoTime() + ATTESA.toNanos();
    while (fili.getActiveCount() > 0 && System.nanoTime() < fine) {
      try {
        Thread.sleep(PASSO.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return fili.getActiveCount() == 0;
  }
}
