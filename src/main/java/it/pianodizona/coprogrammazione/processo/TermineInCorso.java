package it.pianodizona.coprogrammazione.processo;

import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.CHIAVE;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.DOMANDA_ID;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.TERMINE_PROCEDIMENTO;
import static it.pianodizona.coprogrammazione.processo.DomandaPartecipazioneProcesso.TIMER_TERMINE;

import it.pianodizona.coprogrammazione.TermineProcedimentoSpostato;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Moves what waits for the term of a procedure when the term moves: the running timer, the variable
 * it was made from, the due dates of the open tasks. The domain keeps the record of the move, in
 * the same transaction.
 */
@Component
class TermineInCorso {

  private final RuntimeService istanze;
  private final ManagementService lavori;
  private final TaskService compiti;

  TermineInCorso(RuntimeService istanze, ManagementService lavori, TaskService compiti) {
    this.istanze = istanze;
    this.lavori = lavori;
    this.compiti = compiti;
  }

  @EventListener
  void sposta(TermineProcedimentoSpostato evento) {
    var istanza =
        istanze
            .createProcessInstanceQuery()
            .processDefinitionKey(CHIAVE)
            .variableValueEquals(DOMANDA_ID.nome(), evento.domandaId())
            .singleResult();
    if (istanza == null) {
      return;
    }
    var termine = Date.from(evento.dopo().toInstant());
    istanze.setVariable(istanza.getId(), TERMINE_PROCEDIMENTO.nome(), Istanti.iso(evento.dopo()));
    lavori
        .createJobQuery()
        .processInstanceId(istanza.getId())
        .activityId(TIMER_TERMINE)
        .list()
        .forEach(timer -> lavori.setJobDuedate(timer.getId(), termine));
    compiti
        .createTaskQuery()
        .processInstanceId(istanza.getId())
        .list()
        .forEach(
            compito -> {
              compito.setDueDate(termine);
              compiti.saveTask(compito);
            });
  }
}
