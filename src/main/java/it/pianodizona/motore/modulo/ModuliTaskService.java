package it.pianodizona.motore.modulo;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * The engine's task service, with one way to complete a task: as a form submission, whichever API
 * it came through. The engine's own {@code complete} would write the submitted values into the
 * process instead of the task.
 */
public class ModuliTaskService extends TaskServiceImpl {

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
