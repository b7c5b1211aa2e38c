package it.pianodizona.esercizio;

import static it.pianodizona.esercizio.Compose.elenco;
import static it.pianodizona.esercizio.Compose.leggi;
import static it.pianodizona.esercizio.Compose.mappa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The PromQL of the alarms and of the dashboard, and the metrics it names. */
public final class Espressioni {

  static final Path ALLARMI = Path.of("docker/osservabilita/allarmi.yaml");
  static final Path CRUSCOTTO = Path.of("docker/osservabilita/grafana/piano-di-zona.json");

  /** Written by Prometheus itself. */
  private static final Set<String> DI_PROMETHEUS = Set.of("up");

  private static final Pattern NOMI = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\s*\\()\\b");

  private static final Set<String> PAROLE = Set.of("and", "or", "unless", "bool", "offset");

  private Espressioni() {}

  /** All of them, from both files. */
  public static List<String> tutte() throws IOException {
    var tutte = new ArrayList<String>();
    for (var gruppo : elenco(leggi(ALLARMI).get("groups"))) {
      for (var regola : elenco(mappa(gruppo).get("rules"))) {
        tutte.add(mappa(regola).get("expr").toString());
      }
    }
    cruscotto().findValuesAsText("expr").forEach(tutte::add);
    return tutte;
  }

  static JsonNode cruscotto() throws IOException {
    return new ObjectMapper().readTree(CRUSCOTTO.toFile());
  }

  /** The metrics that the application must give. */
  public static Set<String> misure(String espressione) {
    var senza =
        espressione
            .replaceAll("\\{[^}]*}", " ")
            .replaceAll("\\[[^]]*]", " ")
            .replaceAll("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)", " ")
            .replaceAll("[a-zA-Z_]\\w*\\s*\\(", "(");
    var nomi = new TreeSet<String>();
    NOMI.matcher(senza).results().map(r -> r.group()).forEach(nomi::add);
    nomi.removeAll(PAROLE);
    nomi.removeAll(DI_PROMETHEUS);
    return nomi;
  }
}
