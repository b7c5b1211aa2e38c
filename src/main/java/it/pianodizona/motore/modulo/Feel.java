package it.pianodizona.motore.modulo;

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
}
