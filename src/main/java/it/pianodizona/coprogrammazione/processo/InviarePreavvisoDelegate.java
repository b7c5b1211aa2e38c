package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_ID;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.TERMINE_OSSERVAZIONI;

import it.pianodizona.coprogrammazione.Istruttorie;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Sends the preavviso di rigetto. */
@NelModello("inviarePreavviso")
class InviarePreavvisoDelegate implements JavaDelegate {

  private final Istruttorie istruttorie;

  InviarePreavvisoDelegate(Istruttorie istruttorie) {
    this.istruttorie = istruttorie;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    TERMINE_OSSERVAZIONI.imposta(
        esecuzione, Istanti.dopo(istruttorie.inviaPreavviso(DOMANDA_ID.di(esecuzione))));
  }
}
