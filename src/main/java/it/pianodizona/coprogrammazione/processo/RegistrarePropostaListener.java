package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DA_VALUTARE;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_ID;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.ESITO_ISTRUTTORIA;

import it.pianodizona.coprogrammazione.EsitoIstruttoria;
import it.pianodizona.coprogrammazione.Istruttorie;
import it.pianodizona.coprogrammazione.PropostaIstruttoria;
import it.pianodizona.coprogrammazione.RegolaApplicata;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Records what the admissibility table proposed, when its task ends. */
@NelModello("registrareProposta")
class RegistrarePropostaListener implements ExecutionListener {

  /** Where the engine leaves the result of a decision until its task ends. */
  private static final String RISULTATO = "decisionResult";

  private final Istruttorie istruttorie;

  RegistrarePropostaListener(Istruttorie istruttorie) {
    this.istruttorie = istruttorie;
  }

  @Override
  public void notify(DelegateExecution esecuzione) {
    var risultato = (DmnDecisionResult) esecuzione.getVariable(RISULTATO);
    var proposta =
        new PropostaIstruttoria(
            risultato.getResultList().stream()
                .map(
                    riga ->
                        new RegolaApplicata(
                            EsitoIstruttoria.valueOf((String) riga.get("esito")),
                            (String) riga.get("motivo"),
                            (String) riga.get("norma")))
                .toList());
    DA_VALUTARE.imposta(esecuzione, istruttorie.proponi(DOMANDA_ID.di(esecuzione), proposta));
    ESITO_ISTRUTTORIA.imposta(esecuzione, proposta.esito().name());
  }
}
