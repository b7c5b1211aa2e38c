package it.pianodizona.esercizio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The Compose files of the repository, as an engine reads them. */
public final class Compose {

  public static final Path LOCALE = Path.of("docker/compose.yaml");
  public static final Path PRODUZIONE = Path.of("docker/compose.produzione.example.yaml");

  private Compose() {}

  public static Map<String, Object> leggi(Path file) {
    try (var testo = Files.newBufferedReader(file)) {
      return mappa(new Yaml(new SafeConstructor(new LoaderOptions())).load(testo));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A service of a file. */
  public static Map<String, Object> servizio(Path file, String nome) {
    return mappa(mappa(leggi(file).get("services")).get(nome));
  }

  /** What a service has in its environment; {@code ${NAME:?…}} gets a value of its own. */
  public static Map<String, Object> ambiente(Path file, String servizio) {
    var ambiente = new java.util.LinkedHashMap<String, Object>();
    mappa(servizio(file, servizio).get("environment"))
        .forEach(
            (nome, valore) ->
                ambiente.put(
                    nome, valore.toString().replaceAll("\\$\\{(\\w+)[^}]*}", "valore-di-$1")));
    return ambiente;
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> mappa(Object valore) {
    return valore == null ? Map.of() : (Map<String, Object>) valore;
  }

  @SuppressWarnings("unchecked")
  public static List<Object> elenco(Object valore) {
    return valore == null ? List.of() : (List<Object>) valore;
  }
}
