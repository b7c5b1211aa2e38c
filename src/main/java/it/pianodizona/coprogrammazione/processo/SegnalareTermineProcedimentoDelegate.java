package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_ID;

import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Raises the alarm that the term of the procedure passed. */
@NelModello("segnalareTermineProcedimento")
class SegnalareTermineProcedimentoDelegate implements JavaDelegate {

  private final Domande domande;

  SegnalareTermineProcedimentoDelegate(Domande domande) {
    this.domande = domande;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    domande.segnalaTermineScaduto(DOMANDA_ID.di(esecuzione));
  }
}
