package it.pianodizona.attuazione.processo;

import it.pianodizona.attuazione.DebitiInformativi;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** From here on nothing is paid to the Ambito, until the flow is acquired. */
@NelModello("segnareFlussoInRitardo")
class SegnareFlussoInRitardoDelegate implements JavaDelegate {

  private final DebitiInformativi debiti;

  SegnareFlussoInRitardoDelegate(DebitiInformativi debiti) {
    this.debiti = debiti;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    debiti.segnaInRitardo(DebitoInformativoProcesso.DEBITO_ID.di(esecuzione));
  }
}
