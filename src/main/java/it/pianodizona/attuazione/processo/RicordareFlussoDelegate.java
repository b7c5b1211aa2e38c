package it.pianodizona.attuazione.processo;

import it.pianodizona.attuazione.DebitiInformativi;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Reminds the office that a window is about to close. */
@NelModello("ricordareFlusso")
class RicordareFlussoDelegate implements JavaDelegate {

  private final DebitiInformativi debiti;

  RicordareFlussoDelegate(DebitiInformativi debiti) {
    this.debiti = debiti;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    debiti.ricorda(DebitoInformativoProcesso.DEBITO_ID.di(esecuzione));
  }
}
