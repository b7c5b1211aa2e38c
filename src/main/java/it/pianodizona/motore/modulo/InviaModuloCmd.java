package it.pianodizona.motore.modulo;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Submits the form of a task, remembering first what its read-only fields show: the submitted
 * values take their place before anybody can compare them.
 */
final class InviaModuloCmd extends SubmitTaskFormCmd {

  private static final long serialVersionUID = 1L;

  private final transient Moduli moduli;

  InviaModuloCmd(
      Moduli moduli,
      String compito,
      Map<String, Object> valori,
      boolean restituisci,
      boolean deserializza) {
    super(compito, valori, restituisci, deserializza);
    this.moduli = moduli;
  }

  @Override
  public VariableMap execute(CommandContext comandi) {
    var compito = taskId == null ? null : comandi.getTaskManager().findTaskById(taskId);
    if (compito != null) {
      InvioModulo.ricorda(preparati(compito));
    }
    return super.execute(comandi);
  }

  private Map<String, Object> preparati(TaskEntity compito) {
    var preparati = new HashMap<String, Object>();
    moduli
        .delCompito(compito)
        .ifPresent(
            modulo ->
                modulo
                    .daRicordare()
                    .forEach(
                        chiave ->
                            preparati.put(
                                chiave, ValoriModulo.dalMotore(compito.getVariableLocal(chiave)))));
    return preparati;
  }
}
