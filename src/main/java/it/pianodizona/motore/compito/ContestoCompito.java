package it.pianodizona.motore.compito;

import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** The user task at hand: what {@link ContestoProcesso} offers, plus due date and candidates. */
public final class ContestoCompito extends ContestoProcesso {

  private final DelegateTask compito;

  public ContestoCompito(DelegateTask compito) {
    super(compito.getExecution());
    this.compito = compito;
  }

  /**
   * Shows the date on the card in Tasklist and sorts by it; the task stays completable after it.
   */
  public void scadenza(ZonedDateTime quando) {
    compito.setDueDate(Date.from(quando.toInstant()));
  }

  public void gruppoCandidato(String gruppo) {
    compito.addCandidateGroup(gruppo);
  }

  /** Replaces the name on the card, e.g. to add the area or the signatory. */
  public void nome(String nome) {
    compito.setName(nome);
  }

  public DelegateTask compito() {
    return compito;
  }
}
