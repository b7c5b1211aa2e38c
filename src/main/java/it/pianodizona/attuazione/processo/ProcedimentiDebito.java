package it.pianodizona.attuazione.processo;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import it.pianodizona.attuazione.AttuazioneProperties;
import it.pianodizona.attuazione.DebitoInformativo;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.Processi;
import it.pianodizona.motore.VariabiliPiano;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.Piano;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.processo.PianoAvviato;
import it.pianodizona.premialita.Pagamenti;
import it.pianodizona.premialita.processo.PremialitaProgettoProcesso;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the calendar of each plan and the process of each debito, and wakes waiting payments. */
@Component
class ProcedimentiDebito {

  private static final LocalTime MATTINA = LocalTime.of(9, 0);

  private final Processi processi;
  private final HistoryService storia;
  private final Piani piani;
  private final Pagamenti pagamenti;
  private final AttuazioneProperties impostazioni;

  ProcedimentiDebito(
      Processi processi,
      HistoryService storia,
      Piani piani,
      Pagamenti pagamenti,
      AttuazioneProperties impostazioni) {
    this.processi = processi;
    this.storia = storia;
    this.piani = piani;
    this.pagamenti = pagamenti;
    this.impostazioni = impostazioni;
  }

  @EventListener
  void pianoAvviato(PianoAvviato evento) {
    avviaCalendario(evento.piano());
  }

  /** Plans begun before the calendar existed get theirs; it opens at once what it missed. */
  @EventListener(ApplicationReadyEvent.class)
  void completaICalendari() {
    // plans first: one that another node begins meanwhile comes with its calendar
    var tutti =
        piani.trienni().stream()
            .flatMap(triennio -> piani.elenco(triennio.codice()).stream())
            .map(Piano::riferimento)
            .toList();
    var conCalendario = new HashSet<>(chiavi(CalendarioDebitiProcesso.CHIAVE));
    tutti.stream()
        .filter(piano -> !conCalendario.contains(piano.chiave()))
        .forEach(this::avviaCalendario);
  }

  void avviaDebito(DebitoInformativo debito) {
    var piano = piani.riferimento(debito.pianoId());
    var promemoria =
        debito
            .scadenza()
            .toLocalDate()
            .minusDays(impostazioni.giorniPromemoria())
            .atTime(MATTINA)
            .atZone(Termini.ROMA);
    processi.avvia(
        DebitoInformativoProcesso.CHIAVE,
        piano.chiave(),
        Map.of(
            VariabiliPiano.PIANO_ID.nome(),
            piano.pianoId(),
            VariabiliPiano.CODICE_AMBITO.nome(),
            piano.codiceAmbito(),
            VariabiliPiano.TRIENNIO.nome(),
            piano.triennio(),
            DebitoInformativoProcesso.DEBITO_ID.nome(),
            debito.id(),
            DebitoInformativoProcesso.PROMEMORIA.nome(),
            ISO_OFFSET_DATE_TIME.format(promemoria),
            DebitoInformativoProcesso.RITARDO_DAL.nome(),
            ISO_OFFSET_DATE_TIME.format(debito.scadenza().plusSeconds(1))));
  }

  /** The payments that the flows of the Ambito may block look again whether they may go on. */
  void svegliaPagamenti(String codiceAmbito) {
    pagamenti
        .pagamentiLegatiA(codiceAmbito)
        .forEach(
            legato ->
                processi.consegnaATutti(
                    PremialitaProgettoProcesso.DEBITI_IN_REGOLA,
                    VariabiliPiano.CODICE_AMBITO.nome(),
                    legato));
  }

  private void avviaCalendario(RiferimentoPiano piano) {
    processi.avvia(
        CalendarioDebitiProcesso.CHIAVE,
        piano.chiave(),
        Map.of(
            VariabiliPiano.PIANO_ID.nome(),
            piano.pianoId(),
            VariabiliPiano.CODICE_AMBITO.nome(),
            piano.codiceAmbito(),
            VariabiliPiano.TRIENNIO.nome(),
            piano.triennio()));
  }

  private List<String> chiavi(String processo) {
    return storia
        .createHistoricProcessInstanceQuery()
        .processDefinitionKey(processo)
        .list()
        .stream()
        .map(HistoricProcessInstance::getBusinessKey)
        .toList();
  }
}
