package it.pianodizona.motore.modulo;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.Validator;

/**
 * Refuses a search for tasks that carries an expression in one of its alternatives. Camunda 7.24.0
 * looks for expressions in the search itself and forgets its {@code orQueries}, through which who
 * may read tasks could run code (CVE-2026-109432).
 */
final class RicercaSenzaEspressioni implements Validator<AbstractQuery<?, ?>> {

  @Override
  public void validate(AbstractQuery<?, ?> ricerca) {
    if (ricerca instanceof TaskQueryImpl compiti) {
      for (var alternativa : compiti.getQueries()) {
        // the first of the alternatives is the search itself
        if (alternativa != compiti) {
          if (!alternativa.getExpressions().isEmpty()) {
            throw new BadUserRequestException("Una ricerca non può contenere espressioni.");
          }
          validate(alternativa);
        }
      }
    }
  }
}
