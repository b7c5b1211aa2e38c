package it.pianodizona.documento.processo;

import it.pianodizona.documento.Documenti;
import it.pianodizona.documento.Osservazione;
import it.pianodizona.motore.NelModello;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.motore.modulo.ValoriModulo;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Opens the version to write and says which remarks it must answer and who must agree. */
@NelModello("aprireBozza")
class AprireBozzaDelegate implements JavaDelegate {

  private final Documenti documenti;

  AprireBozzaDelegate(Documenti documenti) {
    this.documenti = documenti;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    long pianoId = VariabiliPiano.PIANO_ID.di(esecuzione);
    var bozza = documenti.apriBozza(pianoId);
    RedazioneDocumentoProcesso.DOCUMENTO_ID.imposta(esecuzione, bozza.id());
    RedazioneDocumentoProcesso.SCADENZA_BOZZA.imposta(
        esecuzione, bozza.scadenzaBozza().toOffsetDateTime().toString());
    RedazioneDocumentoProcesso.BOZZA_FAVOREVOLE.imposta(esecuzione, false);
    RedazioneDocumentoProcesso.AUDIZIONE_CONCLUSA.imposta(esecuzione, false);
    RedazioneDocumentoProcesso.OSSERVAZIONI.imposta(
        esecuzione,
        ValoriModulo.json(
            documenti.osservazioniAperte(pianoId).stream().map(Osservazione::id).toList()));
    RedazioneDocumentoProcesso.ENTI.imposta(
        esecuzione,
        ValoriModulo.json(
            documenti.entiPerIntesa(pianoId).stream()
                .map(ente -> EnteNelModello.di(ente).comeJson())
                .toList()));
  }
}
