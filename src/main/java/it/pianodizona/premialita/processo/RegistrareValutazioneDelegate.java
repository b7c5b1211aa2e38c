package it.pianodizona.premialita.processo;

import static it.pianodizona.premialita.processo.PremialitaProgettoProcesso.PROGETTO_ID;
import static it.pianodizona.premialita.processo.PremialitaProgettoProcesso.ULTIMA_VALUTAZIONE;

import it.pianodizona.motore.NelModello;
import it.pianodizona.premialita.Valutazioni;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Closes the evaluation of a project and finds out whether it was the last one. */
@NelModello("registrareValutazione")
class RegistrareValutazioneDelegate implements JavaDelegate {

  private final Valutazioni valutazioni;

  RegistrareValutazioneDelegate(Valutazioni valutazioni) {
    this.valutazioni = valutazioni;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    ULTIMA_VALUTAZIONE.imposta(
        esecuzione, valutazioni.registraValutazione(PROGETTO_ID.di(esecuzione)));
  }
}
