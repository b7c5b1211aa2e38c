package it.pianodizona.attuazione.processo;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import it.pianodizona.attuazione.DebitiInformativi;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.NelModello;
import it.pianodizona.motore.VariabiliPiano;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Opens the windows that are due and says when to look again. */
@NelModello("aprireDebiti")
class AprireDebitiDelegate implements JavaDelegate {

  private final DebitiInformativi debiti;
  private final ProcedimentiDebito procedimenti;

  AprireDebitiDelegate(DebitiInformativi debiti, ProcedimentiDebito procedimenti) {
    this.debiti = debiti;
    this.procedimenti = procedimenti;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    long pianoId = VariabiliPiano.PIANO_ID.di(esecuzione);
    debiti.apri(pianoId).forEach(procedimenti::avviaDebito);
    var prossima = debiti.prossimaApertura(pianoId);
    CalendarioDebitiProcesso.ALTRE_FINESTRE.imposta(esecuzione, prossima.isPresent());
    prossima.ifPresent(
        giorno ->
            CalendarioDebitiProcesso.PROSSIMA_APERTURA.imposta(
                esecuzione, ISO_OFFSET_DATE_TIME.format(giorno.atStartOfDay(Termini.ROMA))));
  }
}
