package it.pianodizona.accordo.processo;

import it.pianodizona.accordo.CatenaFirme;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Chains the answer of a body to those before it. */
@NelModello("sigillareFirma")
class SigillareFirmaDelegate implements JavaDelegate {

  private final CatenaFirme catena;

  SigillareFirmaDelegate(CatenaFirme catena) {
    this.catena = catena;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    catena.sigilla(SottoscrizioneEnteProcesso.FIRMA_ID.di(esecuzione));
  }
}
