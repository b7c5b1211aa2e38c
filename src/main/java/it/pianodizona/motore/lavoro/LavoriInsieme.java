package it.pianodizona.motore.lavoro;

import it.pianodizona.comune.TransazioneContesa;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.interceptor.ProcessDataContext;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.util.ClassLoaderUtil;
import org.camunda.bpm.engine.management.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Jobs of one plan that were taken together are also done together: one commit for all of them. If
 * one of them fails nothing of them was done, and they are done again one at a time, as the engine
 * does by itself: the others succeed, and the one that fails says why.
 */
final class LavoriInsieme implements Runnable {

  /** Jobs in one transaction at most: what a failure undoes, and how long others wait for it. */
  static final int MASSIMO = 8;

  /** After this long no other job joins the transaction. */
  static final Duration TEMPO = Duration.ofMillis(250);

  /** Longest wait for a row, less than PostgreSQL's before it looks for deadlocks, a second. */
  private static final Duration ATTESA = Duration.ofMillis(500);

  private static final Logger LOG = LoggerFactory.getLogger(LavoriInsieme.class);

  private final List<String> lavori;
  private final ProcessEngineImpl motore;
  private final TransactionOperations transazione;

  LavoriInsieme(List<String> lavori, ProcessEngineImpl motore, TransactionOperations transazione) {
    this.lavori = List.copyOf(lavori);
    this.motore = motore;
    this.transazione = transazione;
  }

  @Override
  public void run() {
    var restanti = new ArrayList<>(lavori);
    boolean riescono = true;
    while (riescono && restanti.size() > 1 && attivo()) {
      var contesto = new JobExecutorContext();
      int fatti = insieme(restanti.subList(0, Math.min(MASSIMO, restanti.size())), contesto);
      restanti.subList(0, fatti).clear();
      restanti.addAll(contesto.getCurrentProcessorJobQueue());
      riescono = fatti > 0;
    }
    new ExecuteJobsRunnable(restanti, motore).run();
  }

  private boolean attivo() {
    return motore.getProcessEngineConfiguration().getJobExecutor().isActive();
  }

  /**
   * Several jobs hold more than one would, in whatever order: whoever is in front of a page must
   * not be the one that the database gives up for it. H2 gives up who waits last.
   */
  private static void cediSubito(ProcessEngineConfigurationImpl configurazione) {
    if (DbSqlSessionFactory.POSTGRES.equals(configurazione.getDatabaseType())) {
      new JdbcTemplate(configurazione.getDataSource())
          .execute("set local lock_timeout = '%dms'".formatted(ATTESA.toMillis()));
    }
  }

  /**
   * Does the first of them in one transaction, until {@link #TEMPO} has passed or one of them took
   * what others wait for.
   *
   * @return how many were done; 0 if one failed, and then nothing was done
   */
  private int insieme(List<String> gruppo, JobExecutorContext contesto) {
    var configurazione = motore.getProcessEngineConfiguration();
    var comandi = configurazione.getCommandExecutorTxRequired();
    var caricatore = ClassLoaderUtil.switchToProcessEngineClassloader();
    Context.setJobExecutorContext(contesto);
    int fatti;
    try {
      fatti =
          transazione.execute(
              aperta -> {
                cediSubito(configurazione);
                long fine = System.nanoTime() + TEMPO.toNanos();
                int eseguiti = 0;
                do {
                  var lavoro = gruppo.get(eseguiti);
                  comandi.execute(new ExecuteJobsCmd(lavoro, new JobFailureCollector(lavoro)));
                  eseguiti++;
                } while (eseguiti < gruppo.size()
                    && !TransazioneContesa.segnata()
                    && System.nanoTime() < fine);
                return eseguiti;
              });
    } catch (RuntimeException | Error e) {
      LOG.debug("Non riescono insieme, uno alla volta: {}", gruppo, e);
      return 0;
    } finally {
      Context.removeJobExecutorContext();
      ClassLoaderUtil.setContextClassloader(caricatore);
      new ProcessDataContext(configurazione).clearMdc();
    }
    if (configurazione.isMetricsEnabled()) {
      configurazione.getMetricsRegistry().markOccurrence(Metrics.JOB_SUCCESSFUL, fatti);
    }
    return fatti;
  }
}
