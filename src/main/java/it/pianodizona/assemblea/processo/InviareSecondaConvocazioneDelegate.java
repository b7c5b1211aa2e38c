package it.pianodizona.assemblea.processo;

import static it.pianodizona.assemblea.processo.ApprovazioneAssembleaProcesso.IN_SECONDA_CONVOCAZIONE;
import static it.pianodizona.assemblea.processo.ApprovazioneAssembleaProcesso.SEDUTA_ID;

import it.pianodizona.assemblea.Assemblea;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The quorum was missing in first call: the second call is told to every Comune. */
@NelModello("inviareSecondaConvocazione")
class InviareSecondaConvocazioneDelegate implements JavaDelegate {

  private final Assemblea assemblea;

  InviareSecondaConvocazioneDelegate(Assemblea assemblea) {
    this.assemblea = assemblea;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    var seconda = assemblea.secondaConvocazione(SEDUTA_ID.di(esecuzione)).orElseThrow();
    assemblea.inviaConvocazione(seconda.id());
    SEDUTA_ID.imposta(esecuzione, seconda.id());
    IN_SECONDA_CONVOCAZIONE.imposta(esecuzione, true);
  }
}
