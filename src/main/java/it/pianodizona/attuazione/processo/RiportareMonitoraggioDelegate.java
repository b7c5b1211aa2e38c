package it.pianodizona.attuazione.processo;

import it.pianodizona.attuazione.monitoraggio.Monitoraggi;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The Assemblea did not approve: the office may write again. */
@NelModello("riportareMonitoraggio")
class RiportareMonitoraggioDelegate implements JavaDelegate {

  private final Monitoraggi monitoraggi;

  RiportareMonitoraggioDelegate(Monitoraggi monitoraggi) {
    this.monitoraggi = monitoraggi;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    monitoraggi.riporta(MonitoraggioAnnualeProcesso.MONITORAGGIO_ID.di(esecuzione));
  }
}
