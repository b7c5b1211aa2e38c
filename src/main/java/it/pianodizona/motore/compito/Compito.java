package it.pianodizona.motore.compito;

import it.pianodizona.comune.DatoNonValido;
import java.util.Map;

/**
 * What the application does around one user task of a model: prefill its form and act on what the
 * official submitted. One bean per user task; {@link CompitiParseListener} attaches it to the
 * model, so that a task without its bean does not deploy.
 */
public interface Compito {

  /** Id of the process that owns the task, e.g. {@code CoProgrammazione}. */
  String processo();

  /** Id of the user task in the model, e.g. {@code UserTask_RedigereAvviso}. */
  String compito();

  /**
   * Values shown when the form opens, by form key. Keys of the form that are not returned start
   * empty. Lists and maps reach the form as JSON. May also set candidates and due date on the task.
   */
  default Map<String, Object> prepara(ContestoCompito contesto) {
    return Map.of();
  }

  /**
   * Acts on a submission that already passed the form's own validation.
   *
   * @throws DatoNonValido when a rule across fields is broken; the task stays open
   */
  void completa(ContestoCompito contesto, DatiModulo dati);
}
