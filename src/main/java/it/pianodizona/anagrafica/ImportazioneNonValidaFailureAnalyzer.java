package it.pianodizona.anagrafica;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a wrong file at the first start as a sentence to act on instead of a stack trace. */
class ImportazioneNonValidaFailureAnalyzer extends AbstractFailureAnalyzer<ImportazioneNonValida> {

  @Override
  protected FailureAnalysis analyze(Throwable radice, ImportazioneNonValida causa) {
    return new FailureAnalysis(
        "Importazione dell'anagrafica fermata, nessun dato è stato scritto. " + causa.getMessage(),
        "Correggere il file %s alla riga %d e riavviare.".formatted(causa.file(), causa.riga()),
        causa);
  }
}
