package it.pianodizona.tavoli.processo;

import static it.pianodizona.tavoli.processo.IncontroTavoloProcesso.INCONTRO_ID;
import static it.pianodizona.tavoli.processo.IncontroTavoloProcesso.MSG_INCONTRO_ANNULLATO;
import static it.pianodizona.tavoli.processo.IncontroTavoloProcesso.MSG_INCONTRO_SPOSTATO;

import it.pianodizona.motore.NelModello;
import it.pianodizona.motore.Processi;
import it.pianodizona.motore.modulo.ValoriModulo;
import it.pianodizona.tavoli.Incontri;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Tells the members, and the process of each meeting, what they do not know yet. */
@NelModello("inviareConvocazioni")
class InviareConvocazioniDelegate implements JavaDelegate {

  private final Incontri incontri;
  private final Processi processi;

  InviareConvocazioniDelegate(Incontri incontri, Processi processi) {
    this.incontri = incontri;
    this.processi = processi;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    var convocazioni = incontri.convoca(TavoloTematicoProcesso.TAVOLO_ID.di(esecuzione));
    consegna(MSG_INCONTRO_SPOSTATO, convocazioni.spostati());
    consegna(MSG_INCONTRO_ANNULLATO, convocazioni.annullati());
    TavoloTematicoProcesso.INCONTRI_CONVOCATI.imposta(
        esecuzione, ValoriModulo.json(convocazioni.nuovi()));
  }

  private void consegna(String messaggio, List<Long> incontriId) {
    for (long id : incontriId) {
      if (!processi.consegna(messaggio, INCONTRO_ID.nome(), id, Map.of())) {
        throw new IllegalStateException(
            "Nessun processo attende «%s» per l'incontro %d".formatted(messaggio, id));
      }
    }
  }
}
