package it.pianodizona.attuazione.processo;

import it.pianodizona.attuazione.monitoraggio.Monitoraggi;
import it.pianodizona.motore.NelModello;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Closes an approved year: its report goes to the fascicolo and those concerned are told. */
@NelModello("trasmettereRapporto")
class TrasmettereRapportoDelegate implements JavaDelegate {

  private final Monitoraggi monitoraggi;

  TrasmettereRapportoDelegate(Monitoraggi monitoraggi) {
    this.monitoraggi = monitoraggi;
  }

  @Override
  public void execute(DelegateExecution esecuzione) {
    monitoraggi.approva(MonitoraggioAnnualeProcesso.MONITORAGGIO_ID.di(esecuzione));
  }
}
