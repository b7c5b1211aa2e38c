package it.pianodizona.motore.compito;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable with its type. Each process declares its own in one class, next to its ids.
 *
 * @param <T> Java type of the stored value
 */
public record Variabile<T>(String nome, Class<T> tipo) {

  public static Variabile<String> testo(String nome) {
    return new Variabile<>(nome, String.class);
  }

  public static Variabile<Long> numero(String nome) {
    return new Variabile<>(nome, Long.class);
  }

  public static Variabile<Boolean> siNo(String nome) {
    return new Variabile<>(nome, Boolean.class);
  }

  /**
   * Value in the scope or its parents; fails when it is missing, because the model is then wrong.
   */
  public T di(VariableScope scope) {
    return cerca(scope)
        .orElseThrow(
            () -> new IllegalStateException("Variabile di processo mancante: «" + nome + "»"));
  }

  public Optional<T> cerca(VariableScope scope) {
    return Optional.ofNullable(tipo.cast(scope.getVariable(nome)));
  }

  public void imposta(VariableScope scope, T valore) {
    scope.setVariable(nome, valore);
  }
}
