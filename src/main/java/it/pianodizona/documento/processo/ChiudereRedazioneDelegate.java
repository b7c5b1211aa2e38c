package it.pianodizona.documento.processo;

import it.pianodizona.documento.Deposito;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Declares the version ready and puts it in the fascicolo for the Assemblea. */
@NelModello("chiudereRedazione")
class ChiudereRedazioneDelegate implements JavaDelegate {

  private final Deposito deposito;

  ChiudereRedazioneDelegate(Deposito deposito) {
    this.deposito = deposito;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    deposito.perLAssemblea(RedazioneDocumentoProcesso.DOCUMENTO_ID.di(esecuzione));
  }
}
