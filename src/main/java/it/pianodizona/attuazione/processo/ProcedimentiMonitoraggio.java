package it.pianodizona.attuazione.processo;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import it.pianodizona.assemblea.processo.ApprovazioneAssembleaProcesso;
import it.pianodizona.attuazione.monitoraggio.Monitoraggi;
import it.pianodizona.attuazione.monitoraggio.MonitoraggioAnnuale;
import it.pianodizona.motore.Processi;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.piano.Fase;
import it.pianodizona.piano.FaseIniziata;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.RiferimentoPiano;
import java.util.HashMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the calendar of each plan that is carried out, and the process of each year. */
@Component
class ProcedimentiMonitoraggio {

  private static final Set<Fase> IN_ATTUAZIONE = Set.of(Fase.PREMIALITA, Fase.CONCLUSO);

  private final Processi processi;
  private final HistoryService storia;
  private final Piani piani;
  private final Monitoraggi monitoraggi;

  ProcedimentiMonitoraggio(
      Processi processi, HistoryService storia, Piani piani, Monitoraggi monitoraggi) {
    this.processi = processi;
    this.storia = storia;
    this.piani = piani;
    this.monitoraggi = monitoraggi;
  }

  @EventListener
  void faseIniziata(FaseIniziata evento) {
    if (evento.fase() == Fase.PREMIALITA && !haCalendario(evento.piano())) {
      avviaCalendario(evento.piano());
    }
  }

  /** Plans carried out before the calendar existed get theirs; it opens at once what it missed. */
  @EventListener(ApplicationReadyEvent.class)
  void completaICalendari() {
    // plans first: one that another node carries out meanwhile comes with its calendar
    var inAttuazione =
        piani.trienni().stream()
            .flatMap(triennio -> piani.elenco(triennio.codice()).stream())
            .filter(piano -> IN_ATTUAZIONE.contains(piano.fase()))
            .toList();
    var conCalendario = conCalendario();
    inAttuazione.stream()
        .filter(piano -> !conCalendario.contains(piano.riferimento().chiave()))
        .forEach(piano -> avviaCalendario(piano.riferimento()));
  }

  void avvia(MonitoraggioAnnuale monitoraggio) {
    var variabili = variabili(monitoraggio.piano());
    variabili.put(MonitoraggioAnnualeProcesso.MONITORAGGIO_ID.nome(), monitoraggio.id());
    variabili.put(
        ApprovazioneAssembleaProcesso.OGGETTO.nome(),
        monitoraggio.deliberazione().oggetto().name());
    variabili.put(ApprovazioneAssembleaProcesso.ANNO.nome(), (long) monitoraggio.anno());
    variabili.put(
        ApprovazioneAssembleaProcesso.TERMINE.nome(),
        ISO_OFFSET_DATE_TIME.format(monitoraggio.scadenza()));
    variabili.put(
        MonitoraggioAnnualeProcesso.PRIMO_PROMEMORIA.nome(),
        ISO_OFFSET_DATE_TIME.format(monitoraggi.promemoria(monitoraggio, 1)));
    variabili.put(
        MonitoraggioAnnualeProcesso.SECONDO_PROMEMORIA.nome(),
        ISO_OFFSET_DATE_TIME.format(monitoraggi.promemoria(monitoraggio, 2)));
    variabili.put(
        MonitoraggioAnnualeProcesso.RITARDO_DAL.nome(),
        ISO_OFFSET_DATE_TIME.format(monitoraggio.scadenza().plusSeconds(1)));
    processi.avvia(MonitoraggioAnnualeProcesso.CHIAVE, monitoraggio.chiave(), variabili);
  }

  private void avviaCalendario(RiferimentoPiano piano) {
    processi.avvia(CalendarioMonitoraggioProcesso.CHIAVE, piano.chiave(), variabili(piano));
  }

  private static HashMap<String, Object> variabili(RiferimentoPiano piano) {
    var variabili = new HashMap<String, Object>();
    variabili.put(VariabiliPiano.PIANO_ID.nome(), piano.pianoId());
    variabili.put(VariabiliPiano.CODICE_AMBITO.nome(), piano.codiceAmbito());
    variabili.put(VariabiliPiano.TRIENNIO.nome(), piano.triennio());
    return variabili;
  }

  private boolean haCalendario(RiferimentoPiano piano) {
    return processi.daApplicazione(
        () ->
            storia
                    .createHistoricProcessInstanceQuery()
                    .processDefinitionKey(CalendarioMonitoraggioProcesso.CHIAVE)
                    .processInstanceBusinessKey(piano.chiave())
                    .count()
                > 0);
  }

  private Set<String> conCalendario() {
    return processi.daApplicazione(
        () ->
            storia
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(CalendarioMonitoraggioProcesso.CHIAVE)
                .list()
                .stream()
                .map(HistoricProcessInstance::getBusinessKey)
                .collect(Collectors.toSet()));
  }
}
