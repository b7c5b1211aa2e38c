package it.pianodizona.motore.accesso;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what to set, without a stack trace. */
class ConfigurazioneNonSicuraFailureAnalyzer
    extends AbstractFailureAnalyzer<ConfigurazioneNonSicura> {

  @Override
  protected FailureAnalysis analyze(Throwable errore, ConfigurazioneNonSicura causa) {
    return new FailureAnalysis(
        causa.getMessage(),
        "Impostare le proprietà indicate, oppure togliere il profilo prod per la dimostrazione"
            + " locale.",
        causa);
  }
}
