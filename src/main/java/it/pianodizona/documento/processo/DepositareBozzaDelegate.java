package it.pianodizona.documento.processo;

import it.pianodizona.documento.Deposito;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Puts the draft in the fascicolo, as the Comitato will read it. */
@NelModello("depositareBozza")
class DepositareBozzaDelegate implements JavaDelegate {

  private final Deposito deposito;

  DepositareBozzaDelegate(Deposito deposito) {
    this.deposito = deposito;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    deposito.perIlComitato(RedazioneDocumentoProcesso.DOCUMENTO_ID.di(esecuzione));
  }
}
