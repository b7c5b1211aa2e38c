package it.pianodizona.attuazione.processo;

import it.pianodizona.attuazione.DebitiInformativi;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Starts a process for every debito that the Region reopened. */
@NelModello("avviareDebiti")
class AvviareDebitiDelegate implements JavaDelegate {

  private final DebitiInformativi debiti;
  private final ProcedimentiDebito procedimenti;

  AvviareDebitiDelegate(DebitiInformativi debiti, ProcedimentiDebito procedimenti) {
    this.debiti = debiti;
    this.procedimenti = procedimenti;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    RiaperturaFlussoProcesso.DEBITI
        .di(esecuzione)
        .elements()
        .forEach(id -> procedimenti.avviaDebito(debiti.debito(id.numberValue().longValue())));
  }
}
