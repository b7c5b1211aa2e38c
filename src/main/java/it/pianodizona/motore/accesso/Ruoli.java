package it.pianodizona.motore.accesso;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;

/** Contents of {@code accesso/ruoli.yaml}: groups, their permissions, the lists of Tasklist. */
record Ruoli(
    List<Gruppo> gruppi,
    List<Permesso> tutti,
    Amministratori amministratori,
    Set<String> avviiNellAmbito,
    List<Filtro> filtri) {

  private static final String RISORSA = "accesso/ruoli.yaml";

  static Ruoli leggi() {
    return RisorsaYaml.leggi(RISORSA, Ruoli.class);
  }

  record Gruppo(
      String id,
      String nome,
      List<String> applicazioni,
      List<String> avvia,
      boolean tuttiGliAmbiti,
      List<Permesso> permessi) {

    Gruppo {
      applicazioni = applicazioni == null ? List.of() : applicazioni;
      avvia = avvia == null ? List.of() : avvia;
      permessi = permessi == null ? List.of() : permessi;
    }
  }

  record Permesso(String risorsa, String id, List<String> permessi) {

    Permesso {
      id = id == null ? "*" : id;
    }
  }

  record Amministratori(String id, String nome) {}

  /**
   * A list of Tasklist.
   *
   * @param processi only the tasks of these processes; empty for all
   * @param per the groups that see the list; empty for everybody
   */
  record Filtro(
      String nome,
      String descrizione,
      String gruppi,
      String assegnatario,
      @JsonProperty("scadeDopo") String dopo,
      @JsonProperty("scadePrima") String prima,
      List<String> processi,
      List<String> per) {

    Filtro {
      processi = processi == null ? List.of() : processi;
      per = per == null ? List.of() : per;
    }
  }
}
