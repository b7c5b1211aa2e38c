package it.pianodizona.premialita.processo;

import static it.pianodizona.premialita.processo.PremialitaProgettoProcesso.PAGAMENTO_BLOCCATO;
import static it.pianodizona.premialita.processo.PremialitaProgettoProcesso.PROGETTO_ID;

import it.pianodizona.motore.NelModello;
import it.pianodizona.premialita.Pagamenti;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Looks before a payment whether a late reporting flow of the Ambito forbids it. */
@NelModello("verificareDebiti")
class VerificareDebitiDelegate implements JavaDelegate {

  private final Pagamenti pagamenti;

  VerificareDebitiDelegate(Pagamenti pagamenti) {
    this.pagamenti = pagamenti;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    long progettoId = PROGETTO_ID.di(esecuzione);
    var motivi = pagamenti.motiviDiBlocco(progettoId);
    PAGAMENTO_BLOCCATO.imposta(esecuzione, !motivi.isEmpty());
    if (!motivi.isEmpty()) {
      pagamenti.segnalaBlocco(progettoId, motivi);
    }
  }
}
