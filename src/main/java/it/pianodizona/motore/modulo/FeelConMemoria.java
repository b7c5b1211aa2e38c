package it.pianodizona.motore.modulo;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Remembers for all checks what a condition on plain values came to: the forms of a kind ask the
 * same of few values, and before FEEL answers it reads the expression and sets up all its
 * functions, which took a fifth of the work of a signature.
 */
final class FeelConMemoria implements Feel {

  /** Answers that are remembered; the ones not asked for longest make room. */
  static final int MASSIMO = 1_000;

  /** A longer text is of one form only. */
  static final int TESTO_LUNGO = 100;

  private static final Pattern MUTEVOLE = Pattern.compile("\\b(?:now|today|random)\\b");

  private record Domanda(String espressione, Map<String, Object> valori) {}

  private final Feel feel;
  private final Map<Domanda, Optional<Object>> risposte =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Entry<Domanda, Optional<Object>> ultima) {
              return size() > MASSIMO;
            }
          });

  FeelConMemoria(Feel feel) {
    this.feel = feel;
  }

  @Override
  public Object valuta(String espressione, Map<String, ?> valori) {
    var nominati = nominati(espressione, valori);
    if (MUTEVOLE.matcher(espressione).find()
        || !nominati.values().stream().allMatch(FeelConMemoria::semplice)) {
      return feel.valuta(espressione, valori);
    }
    var domanda = new Domanda(espressione, nominati);
    var risposta = risposte.get(domanda);
    if (risposta == null) {
      risposta = Optional.ofNullable(feel.valuta(espressione, valori));
      risposte.put(domanda, risposta);
    }
    return risposta.orElse(null);
  }

  /** The values that the expression may name, and perhaps some more. */
  private static Map<String, Object> nominati(String espressione, Map<String, ?> valori) {
    var nominati = new HashMap<String, Object>();
    valori.forEach(
        (nome, valore) -> {
          if (valore != null && espressione.contains(nome)) {
            nominati.put(nome, valore);
          }
        });
    return nominati;
  }

  private static boolean semplice(Object valore) {
    return valore instanceof Boolean
        || valore instanceof Number
        || valore instanceof String testo && testo.length() <= TESTO_LUNGO;
  }
}
