package it.pianodizona.assemblea.processo;

import it.pianodizona.assemblea.Assemblea;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Sends the notice of the first call to every Comune. */
@NelModello("inviareConvocazione")
class InviareConvocazioneDelegate implements JavaDelegate {

  private final Assemblea assemblea;

  InviareConvocazioneDelegate(Assemblea assemblea) {
    this.assemblea = assemblea;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    assemblea.inviaConvocazione(ApprovazioneAssembleaProcesso.SEDUTA_ID.di(esecuzione));
  }
}
