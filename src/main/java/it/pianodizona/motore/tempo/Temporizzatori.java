package it.pianodizona.motore.tempo;

import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ActivityExecutionTreeMapping;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Moves what waits for a date that an act has moved: open timers, due dates of open tasks. Works in
 * the caller's transaction.
 */
@Component
public class Temporizzatori {

  private final ProcessEngine motore;

  Temporizzatori(ProcessEngine motore) {
    this.motore = motore;
  }

  /**
   * Moves the open timers of the running instances of a process.
   *
   * @param chiave business key of the plan
   * @param variabili variables that hold the dates, set first
   * @param nuovi new moment of each timer, by the id of its event; a moment already past fires at
   *     once
   * @param daRiarmare events whose timer is made anew when it fired already
   */
  public void sposta(
      String processo,
      String chiave,
      Map<String, ?> variabili,
      Map<String, ZonedDateTime> nuovi,
      Set<String> daRiarmare) {
    for (ProcessInstance istanza : inCorso(processo, chiave)) {
      motore.getRuntimeService().setVariables(istanza.getId(), variabili);
      var attese =
          motore
              .getManagementService()
              .createJobQuery()
              .processInstanceId(istanza.getId())
              .timers()
              .list();
      nuovi.forEach(
          (evento, quando) -> {
            var definizioni = definizioni(istanza.getProcessDefinitionId(), evento);
            var aperti =
                attese.stream()
                    .filter(job -> definizioni.contains(job.getJobDefinitionId()))
                    .toList();
            for (Job job : aperti) {
              motore
                  .getManagementService()
                  .setJobDuedate(job.getId(), Date.from(quando.toInstant()));
            }
            if (aperti.isEmpty() && daRiarmare.contains(evento)) {
              ((ProcessEngineConfigurationImpl) motore.getProcessEngineConfiguration())
                  .getCommandExecutorTxRequired()
                  .execute(contesto -> riarma(contesto, istanza.getId(), evento));
            }
          });
    }
  }

  /** Moves the due date of the open tasks of a plan that are due at a moment. */
  public List<Task> spostaCompiti(String chiave, ZonedDateTime prima, ZonedDateTime dopo) {
    var compiti =
        motore
            .getTaskService()
            .createTaskQuery()
            .processInstanceBusinessKey(chiave)
            .dueDate(Date.from(prima.toInstant()))
            .list();
    for (Task compito : compiti) {
      compito.setDueDate(Date.from(dopo.toInstant()));
      motore.getTaskService().saveTask(compito);
    }
    return compiti;
  }

  private List<ProcessInstance> inCorso(String processo, String chiave) {
    return motore
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(processo)
        .processInstanceBusinessKey(chiave)
        .list();
  }

  private Set<String> definizioni(String definizione, String evento) {
    return motore
        .getManagementService()
        .createJobDefinitionQuery()
        .processDefinitionId(definizione)
        .activityIdIn(evento)
        .list()
        .stream()
        .map(JobDefinition::getId)
        .collect(Collectors.toSet());
  }

  /**
   * A timer that does not interrupt is gone once it fired: the scope it belongs to gets another.
   */
  private static Void riarma(CommandContext contesto, String istanza, String evento) {
    var definizione =
        contesto.getExecutionManager().findExecutionById(istanza).getProcessDefinition();
    var scope = (ScopeImpl) definizione.findActivity(evento).getEventScope();
    for (ExecutionEntity esecuzione :
        new ActivityExecutionTreeMapping(contesto, istanza).getExecutions(scope)) {
      TimerDeclarationImpl.getDeclarationsForScope(scope)
          .get(evento)
          .createTimerInstance(esecuzione);
    }
    return null;
  }
}
