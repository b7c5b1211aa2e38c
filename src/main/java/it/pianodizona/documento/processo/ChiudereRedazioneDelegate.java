package it.pianodizona.documento.processo;

import it.pianodizona.documento.Documenti;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Declares the version ready for the Assemblea. */
@NelModello("chiudereRedazione")
class ChiudereRedazioneDelegate implements JavaDelegate {

  private final Documenti documenti;

  ChiudereRedazioneDelegate(Documenti documenti) {
    this.documenti = documenti;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    documenti.chiudi(RedazioneDocumentoProcesso.DOCUMENTO_ID.di(esecuzione));
  }
}
