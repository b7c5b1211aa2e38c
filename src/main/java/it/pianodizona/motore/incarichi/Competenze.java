package it.pianodizona.motore.incarichi;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody may do: roles, each in certain Ambiti. The engine knows a person's groups and
 * Ambiti only as two lists, and gives every group in every Ambito; what it would give beyond what
 * was meant is an {@link #eccesso()}.
 */
final class Competenze {

  /** Every Ambito. */
  static final String OVUNQUE = "*";

  /** Groups of the people who sign for one Comune: tasks of theirs exist only in its Ambito. */
  private static final String DI_UN_COMUNE = "comune.";

  /** A role in an Ambito. */
  record Competenza(String ruolo, String ambito) {}

  private final Set<Competenza> volute = new HashSet<>();
  private final Set<String> gruppi = new TreeSet<>();
  private final Set<String> ambiti = new TreeSet<>();

  void aggiungi(String ruolo, String ambito) {
    volute.add(new Competenza(ruolo, ambito));
    gruppi.add(ruolo);
    ambiti.add(ambito);
  }

  void aggiungi(Competenze altre) {
    volute.addAll(altre.volute);
    gruppi.addAll(altre.gruppi);
    ambiti.addAll(altre.ambiti);
  }

  /** Groups and Ambiti given by hand: all of them in all of them, as the engine understands it. */
  void aggiungi(Set<String> gruppiDati, Set<String> ambitiDati) {
    gruppi.addAll(gruppiDati);
    ambiti.addAll(ambitiDati);
    gruppiDati.forEach(g -> ambitiDati.forEach(a -> volute.add(new Competenza(g, a))));
  }

  Set<String> gruppi() {
    return gruppi;
  }

  Set<String> ambiti() {
    return ambiti;
  }

  boolean comprende(String ruolo, String ambito) {
    return volute.contains(new Competenza(ruolo, ambito))
        || volute.contains(new Competenza(ruolo, OVUNQUE));
  }

  /** A role that the engine would also give where it was not meant. */
  Optional<Competenza> eccesso() {
    return gruppi.stream()
        .filter(gruppo -> !gruppo.startsWith(DI_UN_COMUNE))
        .flatMap(gruppo -> ambiti.stream().map(ambito -> new Competenza(gruppo, ambito)))
        .filter(c -> !comprende(c.ruolo(), c.ambito()))
        .findFirst();
  }
}
