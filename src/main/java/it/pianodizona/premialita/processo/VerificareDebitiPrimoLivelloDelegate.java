package it.pianodizona.premialita.processo;

import static it.pianodizona.premialita.processo.PremialitaProgettoProcesso.PAGAMENTO_BLOCCATO;

import it.pianodizona.motore.NelModello;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.premialita.Premialita;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Looks before the payment of the first level whether a late reporting flow forbids it. */
@NelModello("verificareDebitiPrimoLivello")
class VerificareDebitiPrimoLivelloDelegate implements JavaDelegate {

  private final Premialita premialita;

  VerificareDebitiPrimoLivelloDelegate(Premialita premialita) {
    this.premialita = premialita;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    var motivi = premialita.motiviDiBlocco(VariabiliPiano.CODICE_AMBITO.di(esecuzione));
    PAGAMENTO_BLOCCATO.imposta(esecuzione, !motivi.isEmpty());
    if (!motivi.isEmpty()) {
      premialita.segnalaBloccoPrimoLivello(VariabiliPiano.PIANO_ID.di(esecuzione), motivi);
    }
  }
}
