package it.pianodizona.attuazione.processo;

import it.pianodizona.attuazione.monitoraggio.Monitoraggi;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The term passed without an approval; the work goes on. */
@NelModello("segnareMonitoraggioInRitardo")
class SegnareMonitoraggioInRitardoDelegate implements JavaDelegate {

  private final Monitoraggi monitoraggi;

  SegnareMonitoraggioInRitardoDelegate(Monitoraggi monitoraggi) {
    this.monitoraggi = monitoraggi;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    monitoraggi.segnaInRitardo(MonitoraggioAnnualeProcesso.MONITORAGGIO_ID.di(esecuzione));
  }
}
