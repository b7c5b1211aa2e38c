package it.pianodizona.attuazione.processo;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import it.pianodizona.attuazione.monitoraggio.Monitoraggi;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.NelModello;
import it.pianodizona.motore.VariabiliPiano;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Opens the years that are due and says when to look again. */
@NelModello("aprireMonitoraggi")
class AprireMonitoraggiDelegate implements JavaDelegate {

  private final Monitoraggi monitoraggi;
  private final ProcedimentiMonitoraggio procedimenti;

  AprireMonitoraggiDelegate(Monitoraggi monitoraggi, ProcedimentiMonitoraggio procedimenti) {
    this.monitoraggi = monitoraggi;
    this.procedimenti = procedimenti;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    long pianoId = VariabiliPiano.PIANO_ID.di(esecuzione);
    monitoraggi.apri(pianoId).forEach(procedimenti::avvia);
    var prossima = monitoraggi.prossimaApertura(pianoId);
    CalendarioMonitoraggioProcesso.ALTRI_ANNI.imposta(esecuzione, prossima.isPresent());
    prossima.ifPresent(
        giorno ->
            CalendarioMonitoraggioProcesso.PROSSIMA_APERTURA.imposta(
                esecuzione, ISO_OFFSET_DATE_TIME.format(giorno.atStartOfDay(Termini.ROMA))));
  }
}
