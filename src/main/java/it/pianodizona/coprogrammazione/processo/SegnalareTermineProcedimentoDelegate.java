package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_ID;

import it.pianodizona.coprogrammazione.TerminiProcedimento;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Raises the alarm that the term of the procedure passed. */
@NelModello("segnalareTermineProcedimento")
class SegnalareTermineProcedimentoDelegate implements JavaDelegate {

  private final TerminiProcedimento termini;

  SegnalareTermineProcedimentoDelegate(TerminiProcedimento termini) {
    this.termini = termini;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    termini.segnalaScaduto(DOMANDA_ID.di(esecuzione));
  }
}
