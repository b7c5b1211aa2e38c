package it.pianodizona.documento.processo;

import it.pianodizona.documento.Documenti;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Raises the alarm when the internal date for the draft passes. */
@NelModello("segnalareRedazioneInRitardo")
class SegnalareRedazioneInRitardoDelegate implements JavaDelegate {

  private final Documenti documenti;

  SegnalareRedazioneInRitardoDelegate(Documenti documenti) {
    this.documenti = documenti;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    documenti.segnalaRedazioneInRitardo(RedazioneDocumentoProcesso.DOCUMENTO_ID.di(esecuzione));
  }
}
