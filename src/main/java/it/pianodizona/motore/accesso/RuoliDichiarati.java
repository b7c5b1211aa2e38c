package it.pianodizona.motore.accesso;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles of {@code accesso/ruoli.yaml} that people can be given. */
public class RuoliDichiarati {

  private final Map<String, String> nomi = new LinkedHashMap<>();
  private final Ruoli ruoli;

  RuoliDichiarati(Ruoli ruoli) {
    this.ruoli = ruoli;
    ruoli.gruppi().forEach(g -> nomi.put(g.id(), g.nome()));
  }

  /** Names by id, in the order of the file; not the administrators nor the groups of the Comuni. */
  public Map<String, String> ruoli() {
    return nomi;
  }

  /** Whether the role belongs to every Ambito. */
  public boolean ovunque(String ruolo) {
    return ruoli.gruppi().stream().anyMatch(g -> g.id().equals(ruolo) && g.tuttiGliAmbiti());
  }

  /** The roles that may start a process from its form. */
  public Set<String> cheAvviano(String processo) {
    return ruoli.gruppi().stream()
        .filter(g -> g.avvia().contains(processo))
        .map(Ruoli.Gruppo::id)
        .collect(Collectors.toSet());
  }
}
