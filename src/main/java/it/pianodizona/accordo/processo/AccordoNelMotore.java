package it.pianodizona.accordo.processo;

import static it.pianodizona.accordo.processo.AccordoDiProgrammaProcesso.ACCORDO_ID;
import static it.pianodizona.accordo.processo.AccordoDiProgrammaProcesso.RITARDO_DAL;
import static it.pianodizona.accordo.processo.AccordoDiProgrammaProcesso.SCADENZA_ACCORDO;
import static it.pianodizona.accordo.processo.AccordoDiProgrammaProcesso.TERMINE_SCADUTO;
import static it.pianodizona.comune.DateItaliane.GIORNO;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import it.pianodizona.accordo.AccordoDiProgramma;
import it.pianodizona.accordo.FirmaVerificata;
import it.pianodizona.accordo.Sottoscrittore;
import it.pianodizona.accordo.SottoscrittoriVariati;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.motore.Processi;
import it.pianodizona.motore.modulo.ValoriModulo;
import it.pianodizona.motore.tempo.Temporizzatori;
import it.pianodizona.piano.TermineProrogato;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What happens to an Accordo outside its tasks reaches the process that collects the signatures.
 */
@Component
class AccordoNelMotore {

  private final Processi processi;
  private final Temporizzatori temporizzatori;
  private final RuntimeService runtime;
  private final TaskService compiti;

  AccordoNelMotore(
      Processi processi,
      Temporizzatori temporizzatori,
      RuntimeService runtime,
      TaskService compiti) {
    this.processi = processi;
    this.temporizzatori = temporizzatori;
    this.runtime = runtime;
    this.compiti = compiti;
  }

  /** Reminders still to come follow the new term; those already sent are gone and stay so. */
  @EventListener
  void proroga(TermineProrogato evento) {
    var chiave = evento.piano().chiave();
    var entro = evento.dopo();
    var ritardoDal = entro.plusSeconds(1);
    var variabili = new HashMap<String, Object>();
    var timer = new HashMap<String, ZonedDateTime>();
    variabili.put(SCADENZA_ACCORDO.nome(), ISO_OFFSET_DATE_TIME.format(entro));
    variabili.put(RITARDO_DAL.nome(), ISO_OFFSET_DATE_TIME.format(ritardoDal));
    timer.put(TERMINE_SCADUTO, ritardoDal);
    for (int giorni : AccordoDiProgramma.GIORNI_DI_SOLLECITO) {
      var momento = AccordoDiProgramma.sollecito(entro, giorni);
      variabili.put(
          AccordoDiProgrammaProcesso.sollecito(giorni).nome(),
          ISO_OFFSET_DATE_TIME.format(momento));
      timer.put(AccordoDiProgrammaProcesso.eventoSollecito(giorni), momento);
    }
    temporizzatori.sposta(
        AccordoDiProgrammaProcesso.CHIAVE, chiave, variabili, timer, Set.of(TERMINE_SCADUTO));
    temporizzatori.sposta(
        SottoscrizioneEnteProcesso.CHIAVE,
        chiave,
        Map.of(SCADENZA_ACCORDO.nome(), ISO_OFFSET_DATE_TIME.format(entro)),
        Map.of(),
        Set.of());
    compiti
        .createTaskQuery()
        .processDefinitionKeyIn(
            AccordoDiProgrammaProcesso.CHIAVE, SottoscrizioneEnteProcesso.CHIAVE)
        .processInstanceBusinessKey(chiave)
        .list()
        .forEach(
            compito -> compiti.setVariableLocal(compito.getId(), "entro", GIORNO.format(entro)));
  }

  /** Who joined gets a task next to the others; the task of who left is withdrawn. */
  @EventListener
  void variati(SottoscrittoriVariati evento) {
    processi.daApplicazione(
        () -> {
          evento.variazione().entrati().forEach(ente -> entra(evento.accordoId(), ente));
          evento
              .variazione()
              .usciti()
              .forEach(
                  ente ->
                      processi.consegna(
                          SottoscrizioneEnteProcesso.ENTE_USCITO,
                          SottoscrizioneEnteProcesso.FIRMA_ID.nome(),
                          ente.firmaId(),
                          Map.of()));
          return null;
        });
  }

  private void entra(long accordoId, Sottoscrittore ente) {
    try {
      runtime
          .createMessageCorrelation(AccordoDiProgrammaProcesso.ENTE_ENTRATO)
          .processInstanceVariableEquals(ACCORDO_ID.nome(), accordoId)
          .setVariablesToTriggeredScope(
              Map.of(
                  AccordoDiProgrammaProcesso.FIRMA.nome(),
                  ValoriModulo.json(FirmaDaRaccogliere.di(ente).comeJson())))
          .correlate();
    } catch (MismatchingMessageCorrelationException conclusa) {
      throw DatoNonValido.regola(
          "Sottoscrittori",
          "la raccolta delle firme è conclusa: i sottoscrittori non cambiano più.");
    }
  }

  /** The task of the body shows what its file is worth. */
  @EventListener
  void verificata(FirmaVerificata evento) {
    processi.daApplicazione(
        () -> {
          compiti
              .createTaskQuery()
              .processDefinitionKey(SottoscrizioneEnteProcesso.CHIAVE)
              .processVariableValueEquals(
                  SottoscrizioneEnteProcesso.FIRMA_ID.nome(), evento.firmaId())
              .list()
              .forEach(
                  compito ->
                      compiti.setVariableLocal(compito.getId(), "prova", evento.riassunto()));
          return null;
        });
  }
}
