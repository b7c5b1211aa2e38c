package it.pianodizona.monitoraggio;

import java.util.Collection;
import java.util.Set;

/**
 * The Ambiti whose rows somebody may see.
 *
 * @param tutti every Ambito, whatever {@code ambiti} says
 * @param ambiti codici
 */
public record Visibilita(boolean tutti, Set<String> ambiti) {

  public Visibilita {
    ambiti = Set.copyOf(ambiti);
  }

  /** Whoever sees the whole Region. */
  public static Visibilita piena() {
    return new Visibilita(true, Set.of());
  }

  public static Visibilita di(Collection<String> ambiti) {
    return new Visibilita(false, Set.copyOf(ambiti));
  }

  public boolean vede(String codiceAmbito) {
    return tutti || ambiti.contains(codiceAmbito);
  }
}
