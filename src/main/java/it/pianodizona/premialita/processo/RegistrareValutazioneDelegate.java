package it.pianodizona.premialita.processo;

import static it.pianodizona.premialita.processo.PremialitaProgettoProcesso.PROGETTO_ID;
import static it.pianodizona.premialita.processo.PremialitaProgettoProcesso.ULTIMA_VALUTAZIONE;

import it.pianodizona.motore.NelModello;
import it.pianodizona.premialita.Premialita;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Closes the evaluation of a project and finds out whether it was the last one. */
@NelModello("registrareValutazione")
class RegistrareValutazioneDelegate implements JavaDelegate {

  private final Premialita premialita;

  RegistrareValutazioneDelegate(Premialita premialita) {
    this.premialita = premialita;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    ULTIMA_VALUTAZIONE.imposta(
        esecuzione, premialita.registraValutazione(PROGETTO_ID.di(esecuzione)));
  }
}
