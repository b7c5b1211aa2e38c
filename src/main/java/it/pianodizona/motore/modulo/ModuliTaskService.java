package it.pianodizona.motore.modulo;

import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * The engine's task service, with one way to complete a task: as a form submission, whichever API
 * it came through. The engine's own {@code complete} would write the submitted values into the
 * process instead of the task.
 *
 * <p>And with one place for a comment: the engine lets whoever has ever seen a task comment on it,
 * and say to which instance the comment belongs. And with searches that evaluate nothing.
 */
public class ModuliTaskService extends TaskServiceImpl {

  private static final RicercaSenzaEspressioni SENZA_ESPRESSIONI = new RicercaSenzaEspressioni();

  private final Moduli moduli;

  public ModuliTaskService(Moduli moduli) {
    this.moduli = moduli;
  }

  @Override
  public void complete(String taskId, Map<String, Object> variables) {
    completa(taskId, variables, false, false);
  }

  @Override
  public VariableMap completeWithVariablesInReturn(
      String taskId, Map<String, Object> variables, boolean deserializeValues) {
    return completa(taskId, variables, true, deserializeValues);
  }

  @Override
  public TaskQuery createTaskQuery() {
    var ricerca = new TaskQueryImpl(commandExecutor);
    ricerca.addValidator(SENZA_ESPRESSIONI);
    return ricerca;
  }

  /**
   * On an open task that the author sees, in that task's own instance.
   *
   * @throws BadUserRequestException otherwise
   */
  @Override
  public Comment createComment(String taskId, String processInstanceId, String message) {
    if (taskId != null) {
      var compito = createTaskQuery().taskId(taskId);
      if (processInstanceId != null) {
        compito.processInstanceId(processInstanceId);
      }
      if (compito.count() == 0) {
        throw new BadUserRequestException(
            "Il compito non c'è, non è aperto o appartiene a un altro procedimento.");
      }
    }
    return super.createComment(taskId, processInstanceId, message);
  }

  private VariableMap completa(
      String taskId, Map<String, Object> variables, boolean restituisci, boolean deserializza) {
    Map<String, Object> valori = variables == null ? Map.of() : variables;
    return InvioVersoIlMotore.esegui(
        valori,
        () ->
            commandExecutor.execute(
                new InviaModuloCmd(moduli, taskId, valori, restituisci, deserializza)));
  }
}
