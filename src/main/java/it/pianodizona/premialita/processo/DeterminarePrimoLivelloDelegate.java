package it.pianodizona.premialita.processo;

import static it.pianodizona.premialita.processo.PrimoLivelloProcesso.PRIMO_LIVELLO_DOVUTO;

import it.pianodizona.motore.NelModello;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.premialita.Determinazioni;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Finds the amount of the first level by the day of the last signature of the Accordo. */
@NelModello("determinarePrimoLivello")
class DeterminarePrimoLivelloDelegate implements JavaDelegate {

  private final Determinazioni determinazioni;

  DeterminarePrimoLivelloDelegate(Determinazioni determinazioni) {
    this.determinazioni = determinazioni;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    var livello = determinazioni.determinaPrimoLivello(VariabiliPiano.PIANO_ID.di(esecuzione));
    PRIMO_LIVELLO_DOVUTO.imposta(esecuzione, livello.importo().positivo());
  }
}
