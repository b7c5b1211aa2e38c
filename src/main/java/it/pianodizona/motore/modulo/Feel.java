package it.pianodizona.motore.modulo;

import java.util.HashMap;
import java.util.Map;

/** Evaluates the FEEL expressions written in forms: conditions, limits, options. */
@FunctionalInterface
public interface Feel {

  /**
   * @param espressione without the equals sign that marks it in a form
   * @return null also when the expression cannot be evaluated with these values
   */
  Object valuta(String espressione, Map<String, ?> valori);

  default boolean vera(String espressione, Map<String, ?> valori) {
    return Boolean.TRUE.equals(valuta(espressione, valori));
  }

  /**
   * The same, for the time of one check in one thread: many fields depend on the same condition,
   * and what was reckoned with the same values, also lists, is not reckoned again.
   */
  default Feel perUnControllo() {
    record Domanda(String espressione, Map<String, ?> valori) {}
    var risposte = new HashMap<Domanda, Object>();
    return (espressione, valori) -> {
      var domanda = new Domanda(espressione, valori);
      if (!risposte.containsKey(domanda)) {
        risposte.put(domanda, valuta(espressione, valori));
      }
      return risposte.get(domanda);
    };
  }
}
