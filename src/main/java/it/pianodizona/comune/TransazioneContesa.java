package it.pianodizona.comune;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Marks a transaction that holds what others wait for, such as the end of a chain or the next
 * number of a register: who gathers work into one transaction ends it there.
 */
public final class TransazioneContesa implements TransactionSynchronization {

  private TransazioneContesa() {}

  /** Others wait for the end of the current transaction. */
  public static void segna() {
    if (TransactionSynchronizationManager.isSynchronizationActive() && !segnata()) {
      TransactionSynchronizationManager.registerSynchronization(new TransazioneContesa());
    }
  }

  /** Whether others wait for the end of the current transaction. */
  public static boolean segnata() {
    return TransactionSynchronizationManager.isSynchronizationActive()
        && TransactionSynchronizationManager.getSynchronizations().stream()
            .anyMatch(TransazioneContesa.class::isInstance);
  }
}
