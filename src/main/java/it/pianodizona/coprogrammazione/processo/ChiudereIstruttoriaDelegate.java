package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_ID;

import it.pianodizona.coprogrammazione.Istruttorie;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Ends a negative istruttoria where no preavviso di rigetto is sent. */
@NelModello("chiudereIstruttoria")
class ChiudereIstruttoriaDelegate implements JavaDelegate {

  private final Istruttorie istruttorie;

  ChiudereIstruttoriaDelegate(Istruttorie istruttorie) {
    this.istruttorie = istruttorie;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    istruttorie.chiudiSenzaPreavviso(DOMANDA_ID.di(esecuzione));
  }
}
