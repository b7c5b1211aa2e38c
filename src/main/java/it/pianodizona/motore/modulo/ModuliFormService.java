package it.pianodizona.motore.modulo;

import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's form service, remembering what was submitted and answering with clear errors. */
public class ModuliFormService extends FormServiceImpl {

  @Override
  public void submitTaskForm(String taskId, Map<String, Object> properties) {
    InvioVersoIlMotore.esegui(
        properties,
        valori -> {
          super.submitTaskForm(taskId, valori);
          return null;
        });
  }

  @Override
  public VariableMap submitTaskFormWithVariablesInReturn(
      String taskId, Map<String, Object> properties, boolean deserializeValues) {
    return InvioVersoIlMotore.esegui(
        properties,
        valori -> super.submitTaskFormWithVariablesInReturn(taskId, valori, deserializeValues));
  }

  @Override
  public ProcessInstance submitStartForm(
      String processDefinitionId, Map<String, Object> properties) {
    return InvioVersoIlMotore.esegui(
        properties, valori -> super.submitStartForm(processDefinitionId, valori));
  }

  @Override
  public ProcessInstance submitStartForm(
      String processDefinitionId, String businessKey, Map<String, Object> properties) {
    return InvioVersoIlMotore.esegui(
        properties, valori -> super.submitStartForm(processDefinitionId, businessKey, valori));
  }
}
