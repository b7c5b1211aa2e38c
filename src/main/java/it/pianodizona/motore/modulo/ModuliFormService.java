package it.pianodizona.motore.modulo;

import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's form service, remembering what was submitted and answering with clear errors. */
public class ModuliFormService extends FormServiceImpl {

  private final Moduli moduli;

  public ModuliFormService(Moduli moduli) {
    this.moduli = moduli;
  }

  @Override
  public void submitTaskForm(String taskId, Map<String, Object> properties) {
    invia(taskId, properties, false, false);
  }

  @Override
  public VariableMap submitTaskFormWithVariablesInReturn(
      String taskId, Map<String, Object> properties, boolean deserializeValues) {
    return invia(taskId, properties, true, deserializeValues);
  }

  private VariableMap invia(
      String compito, Map<String, Object> valori, boolean restituisci, boolean deserializza) {
    return InvioVersoIlMotore.esegui(
        valori,
        () ->
            commandExecutor.execute(
                new InviaModuloCmd(moduli, compito, valori, restituisci, deserializza)));
  }

  @Override
  public ProcessInstance submitStartForm(
      String processDefinitionId, Map<String, Object> properties) {
    return InvioVersoIlMotore.esegui(
        properties, () -> super.submitStartForm(processDefinitionId, properties));
  }

  @Override
  public ProcessInstance submitStartForm(
      String processDefinitionId, String businessKey, Map<String, Object> properties) {
    return InvioVersoIlMotore.esegui(
        properties, () -> super.submitStartForm(processDefinitionId, businessKey, properties));
  }
}
