package it.pianodizona.motore.accesso;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.http.server.PathContainer;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The table of {@code accesso/percorsi.yaml}: who may call which path. It is both what the filters
 * apply and what the tests exercise.
 */
final class Percorsi {

  static final String PUBBLICO = "pubblico";
  static final String DIMOSTRAZIONE = "dimostrazione";
  static final String FUNZIONARI = "funzionari";
  static final String NESSUNO = "nessuno";

  private static final String RISORSA = "accesso/percorsi.yaml";

  /** The parts of the application that are asked for by path. */
  enum Mondo {
    PAGINE,
    OPERAZIONI,
    APPLICAZIONI,
    MOTORE
  }

  /** A line of the table. */
  record Regola(String metodo, String percorso, Set<String> chi) {

    boolean pubblica() {
      return chi.contains(PUBBLICO) || chi.contains(DIMOSTRAZIONE);
    }

    /** Whether it lets this person through; the engine may still refuse what lies behind. */
    boolean consente(Funzionario funzionario, String amministratori) {
      return pubblica()
          || funzionario != null
              && !chi.contains(NESSUNO)
              && (chi.contains(FUNZIONARI)
                  || funzionario.gruppi().contains(amministratori)
                  || funzionario.gruppi().stream().anyMatch(chi::contains));
    }
  }

  private record Gruppo(Set<String> chi, List<String> percorsi) {}

  private record Tavola(
      List<Gruppo> pagine,
      List<Gruppo> operazioni,
      List<Gruppo> applicazioni,
      List<Gruppo> motore) {}

  private record Modello(PathPattern modello, Regola regola) {}

  private final Map<Mondo, List<Regola>> regole;
  private final Supplier<Map<String, List<Modello>>> modelli;

  private Percorsi(Map<Mondo, List<Regola>> regole) {
    this.regole = regole;
    this.modelli = SingletonSupplier.of(this::compila);
  }

  static Percorsi leggi() {
    var tavola = RisorsaYaml.leggi(RISORSA, Tavola.class);
    var regole = new TreeMap<Mondo, List<Regola>>();
    regole.put(Mondo.PAGINE, regole(tavola.pagine()));
    regole.put(Mondo.OPERAZIONI, regole(tavola.operazioni()));
    regole.put(Mondo.APPLICAZIONI, regole(tavola.applicazioni()));
    regole.put(Mondo.MOTORE, regole(tavola.motore()));
    return new Percorsi(regole);
  }

  Collection<Regola> di(Mondo mondo) {
    return regole.get(mondo);
  }

  /**
   * The line that decides about a request, the most specific one; none for a path nobody listed.
   *
   * @param percorso below the root of that part of the application
   */
  Optional<Regola> regola(Mondo mondo, String metodo, String percorso) {
    var cercato = PathContainer.parsePath(senzaBarraFinale(percorso));
    return modelli
        .get()
        .getOrDefault(mondo + " " + (metodo.equals("HEAD") ? "GET" : metodo), List.of())
        .stream()
        .filter(m -> m.modello().matches(cercato))
        .findFirst()
        .map(Modello::regola);
  }

  private static List<Regola> regole(List<Gruppo> gruppi) {
    var regole = new ArrayList<Regola>();
    for (var gruppo : gruppi) {
      for (var riga : gruppo.percorsi()) {
        var parti = riga.split(" ", 2);
        regole.add(new Regola(parti[0], parti[1], gruppo.chi()));
      }
    }
    return List.copyOf(regole);
  }

  private Map<String, List<Modello>> compila() {
    var compilati = new HashMap<String, List<Modello>>();
    regole.forEach(
        (mondo, righe) ->
            righe.forEach(
                regola ->
                    compilati
                        .computeIfAbsent(mondo + " " + regola.metodo(), k -> new ArrayList<>())
                        .add(
                            new Modello(
                                PathPatternParser.defaultInstance.parse(regola.percorso()),
                                regola))));
    compilati.values().forEach(m -> m.sort(Comparator.comparing(Modello::modello)));
    return compilati;
  }

  private static String senzaBarraFinale(String percorso) {
    return percorso.length() > 1 && percorso.endsWith("/")
        ? percorso.substring(0, percorso.length() - 1)
        : percorso.isEmpty() ? "/" : percorso;
  }
}
