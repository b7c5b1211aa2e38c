package it.pianodizona.accordo.processo;

import it.pianodizona.accordo.Adesioni;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Tells a body what was decided about its adhesion. */
@NelModello("comunicareEsitoAdesione")
class ComunicareEsitoAdesioneDelegate implements JavaDelegate {

  private final Adesioni adesioni;

  ComunicareEsitoAdesioneDelegate(Adesioni adesioni) {
    this.adesioni = adesioni;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    adesioni.comunicaEsito(AdesioneTerzoSettoreProcesso.ADESIONE_ID.di(esecuzione));
  }
}
