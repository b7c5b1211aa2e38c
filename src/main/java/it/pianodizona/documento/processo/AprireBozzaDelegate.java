package it.pianodizona.documento.processo;

import it.pianodizona.documento.Documenti;
import it.pianodizona.motore.NelModello;
import it.pianodizona.motore.VariabiliPiano;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Opens the version to write; nobody has spoken about it yet. */
@NelModello("aprireBozza")
class AprireBozzaDelegate implements JavaDelegate {

  private final Documenti documenti;

  AprireBozzaDelegate(Documenti documenti) {
    this.documenti = documenti;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    var bozza = documenti.apriBozza(VariabiliPiano.PIANO_ID.di(esecuzione));
    RedazioneDocumentoProcesso.DOCUMENTO_ID.imposta(esecuzione, bozza.id());
    RedazioneDocumentoProcesso.SCADENZA_BOZZA.imposta(
        esecuzione, bozza.scadenzaBozza().toOffsetDateTime().toString());
    RedazioneDocumentoProcesso.BOZZA_FAVOREVOLE.imposta(esecuzione, false);
    RedazioneDocumentoProcesso.INTESA_ATS.imposta(esecuzione, false);
    RedazioneDocumentoProcesso.INTESA_ASST.imposta(esecuzione, false);
  }
}
