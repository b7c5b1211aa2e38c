package it.pianodizona.attuazione.processo;

import it.pianodizona.attuazione.monitoraggio.Monitoraggi;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Reminds the office that the term of a year comes near. */
@NelModello("ricordareMonitoraggio")
class RicordareMonitoraggioDelegate implements JavaDelegate {

  private final Monitoraggi monitoraggi;

  RicordareMonitoraggioDelegate(Monitoraggi monitoraggi) {
    this.monitoraggi = monitoraggi;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    monitoraggi.ricorda(MonitoraggioAnnualeProcesso.MONITORAGGIO_ID.di(esecuzione));
  }
}
