package it.pianodizona.piano.processo;

import it.pianodizona.motore.NelModello;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.piano.Proroghe;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Tells ATS and Region that an Ambito goes on with its previous Accordo. */
@NelModello("comunicareAccordoProrogato")
class ComunicareAccordoProrogatoDelegate implements JavaDelegate {

  private final Proroghe proroghe;

  ComunicareAccordoProrogatoDelegate(Proroghe proroghe) {
    this.proroghe = proroghe;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    proroghe.comunicaPrecedente(VariabiliPiano.PIANO_ID.di(esecuzione));
  }
}
