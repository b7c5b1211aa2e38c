package it.pianodizona.premialita.processo;

import static it.pianodizona.premialita.processo.PremialitaProgettoProcesso.PAGAMENTO_BLOCCATO;

import it.pianodizona.motore.NelModello;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.premialita.Pagamenti;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Looks before the payment of the first level whether a late reporting flow forbids it. */
@NelModello("verificareDebitiPrimoLivello")
class VerificareDebitiPrimoLivelloDelegate implements JavaDelegate {

  private final Pagamenti pagamenti;

  VerificareDebitiPrimoLivelloDelegate(Pagamenti pagamenti) {
    this.pagamenti = pagamenti;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    var motivi = pagamenti.motiviDiBlocco(VariabiliPiano.CODICE_AMBITO.di(esecuzione));
    PAGAMENTO_BLOCCATO.imposta(esecuzione, !motivi.isEmpty());
    if (!motivi.isEmpty()) {
      pagamenti.segnalaBloccoPrimoLivello(VariabiliPiano.PIANO_ID.di(esecuzione), motivi);
    }
  }
}
