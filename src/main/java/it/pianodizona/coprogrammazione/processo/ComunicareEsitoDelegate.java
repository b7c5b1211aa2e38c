package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_ID;

import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Tells the applicant the outcome. */
@NelModello("comunicareEsito")
class ComunicareEsitoDelegate implements JavaDelegate {

  private final Domande domande;

  ComunicareEsitoDelegate(Domande domande) {
    this.domande = domande;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    domande.comunicaEsito(DOMANDA_ID.di(esecuzione));
  }
}
