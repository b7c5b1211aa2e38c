package it.pianodizona.motore.lavoro;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.springframework.stereotype.Component;

/** Queues work for the engine's job executor, in the caller's transaction. */
@Component
public class Lavori {

  private final ProcessEngineConfigurationImpl motore;

  Lavori(ProcessEngine motore) {
    this.motore = (ProcessEngineConfigurationImpl) motore.getProcessEngineConfiguration();
  }

  /**
   * Asks for a work to be done as soon as this transaction is committed.
   *
   * @param tipo of a {@link Lavoro}
   */
  public void accoda(String tipo, String argomento) {
    motore
        .getCommandExecutorTxRequired()
        .execute(
            comando -> {
              var lavoro = new MessageEntity();
              lavoro.setJobHandlerType(LavoroHandler.TIPO);
              lavoro.setJobHandlerConfiguration(new LavoroHandler.Richiesta(tipo, argomento));
              comando.getJobManager().send(lavoro);
              return null;
            });
  }
}
