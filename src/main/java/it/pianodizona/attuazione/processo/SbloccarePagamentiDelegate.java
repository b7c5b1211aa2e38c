package it.pianodizona.attuazione.processo;

import it.pianodizona.attuazione.DebitiInformativi;
import it.pianodizona.motore.NelModello;
import it.pianodizona.motore.VariabiliPiano;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Lets the payments of an Ambito go on once none of its flows is late. */
@NelModello("sbloccarePagamenti")
class SbloccarePagamentiDelegate implements JavaDelegate {

  private final DebitiInformativi debiti;
  private final ProcedimentiDebito procedimenti;

  SbloccarePagamentiDelegate(DebitiInformativi debiti, ProcedimentiDebito procedimenti) {
    this.debiti = debiti;
    this.procedimenti = procedimenti;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    var codiceAmbito = VariabiliPiano.CODICE_AMBITO.di(esecuzione);
    if (debiti.motivi(codiceAmbito).isEmpty()) {
      procedimenti.svegliaPagamenti(codiceAmbito);
    }
  }
}
