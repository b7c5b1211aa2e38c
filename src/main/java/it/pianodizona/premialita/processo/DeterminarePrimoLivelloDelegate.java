package it.pianodizona.premialita.processo;

import static it.pianodizona.premialita.processo.PrimoLivelloProcesso.PRIMO_LIVELLO_DOVUTO;

import it.pianodizona.motore.NelModello;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.premialita.Premialita;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Finds the amount of the first level by the day of the last signature of the Accordo. */
@NelModello("determinarePrimoLivello")
class DeterminarePrimoLivelloDelegate implements JavaDelegate {

  private final Premialita premialita;

  DeterminarePrimoLivelloDelegate(Premialita premialita) {
    this.premialita = premialita;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    var livello = premialita.determinaPrimoLivello(VariabiliPiano.PIANO_ID.di(esecuzione));
    PRIMO_LIVELLO_DOVUTO.imposta(esecuzione, livello.importo().positivo());
  }
}
