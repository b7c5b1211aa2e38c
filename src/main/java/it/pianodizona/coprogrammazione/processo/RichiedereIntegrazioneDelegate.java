package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_ID;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.TERMINE_SOCCORSO;

import it.pianodizona.coprogrammazione.Istruttorie;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Asks the applicant to complete the domanda. */
@NelModello("richiedereIntegrazione")
class RichiedereIntegrazioneDelegate implements JavaDelegate {

  private final Istruttorie istruttorie;

  RichiedereIntegrazioneDelegate(Istruttorie istruttorie) {
    this.istruttorie = istruttorie;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    TERMINE_SOCCORSO.imposta(
        esecuzione, Istanti.dopo(istruttorie.richiediIntegrazione(DOMANDA_ID.di(esecuzione))));
  }
}
