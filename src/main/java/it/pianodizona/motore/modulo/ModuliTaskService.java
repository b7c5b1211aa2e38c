package it.pianodizona.motore.modulo;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's task service, remembering what was submitted and answering with clear errors. */
public class ModuliTaskService extends TaskServiceImpl {

  @Override
  public void complete(String taskId, Map<String, Object> variables) {
    InvioVersoIlMotore.esegui(
        variables,
        () -> {
          super.complete(taskId, variables);
          return null;
        });
  }

  @Override
  public VariableMap completeWithVariablesInReturn(
      String taskId, Map<String, Object> variables, boolean deserializeValues) {
    return InvioVersoIlMotore.esegui(
        variables, () -> super.completeWithVariablesInReturn(taskId, variables, deserializeValues));
  }
}
