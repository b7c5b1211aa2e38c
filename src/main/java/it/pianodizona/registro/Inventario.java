package it.pianodizona.registro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Which columns hold personal data: {@code privacy/inventario.yaml}. */
final class Inventario {

  static final String CONTATTI = "contatti";
  static final String POSTA = "posta";

  private static final String RISORSA = "privacy/inventario.yaml";

  private final Map<String, Map<String, Object>> tabelle;

  private Inventario(Map<String, Map<String, Object>> tabelle) {
    this.tabelle = tabelle;
  }

  @SuppressWarnings("unchecked")
  static Inventario leggi() {
    try (var flusso = new ClassPathResource(RISORSA).getInputStream()) {
      Map<String, Map<String, Map<String, Object>>> radice =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(flusso);
      return new Inventario(new TreeMap<>(radice.get("tabelle")));
    } catch (IOException e) {
      throw new UncheckedIOException("Risorsa illeggibile: " + RISORSA, e);
    }
  }

  /** Columns with personal data and their kind of retention, by table. */
  @SuppressWarnings("unchecked")
  Map<String, Map<String, String>> dati() {
    var dati = new TreeMap<String, Map<String, String>>();
    tabelle.forEach(
        (tabella, parti) -> {
          if (parti.get("dati") instanceof Map<?, ?> colonne) {
            dati.put(tabella, (Map<String, String>) colonne);
          }
        });
    return dati;
  }

  /** Text columns without personal data. */
  @SuppressWarnings("unchecked")
  List<String> altri(String tabella) {
    var parti = tabelle.get(tabella);
    return parti != null && parti.get("altri") instanceof List<?> altri
        ? (List<String>) altri
        : List.of();
  }
}
