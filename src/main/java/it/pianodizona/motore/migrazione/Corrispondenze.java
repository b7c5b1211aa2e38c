package it.pianodizona.motore.migrazione;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Where an instance goes on when its activity has another id, or another place, in the new model.
 */
public final class Corrispondenze {

  private record Voce(String processo, String da, String a, Map<String, String> attivita) {}

  private final List<Voce> voci;

  private Corrispondenze(List<Voce> voci) {
    this.voci = voci;
  }

  /** Those of this release, from {@code motore/migrazioni.yaml}. */
  public static Corrispondenze delRilascio() {
    try (var flusso = new ClassPathResource("motore/migrazioni.yaml").getInputStream()) {
      Object contenuto = new Yaml(new SafeConstructor(new LoaderOptions())).load(flusso);
      return new Corrispondenze(
          new ObjectMapper().convertValue(contenuto, new TypeReference<List<Voce>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException("motore/migrazioni.yaml illeggibile", e);
    }
  }

  /** None. */
  static Corrispondenze di() {
    return new Corrispondenze(List.of());
  }

  /** Those of one process between two versions of its model. */
  static Corrispondenze di(String processo, String da, String a, Map<String, String> attivita) {
    return new Corrispondenze(List.of(new Voce(processo, da, a, attivita)));
  }

  /**
   * Old and new id of each activity that needs to be told.
   *
   * @param da version tag of the model the instance runs on
   */
  Map<String, String> di(String processo, String da, String a) {
    return voci.stream()
        .filter(v -> v.processo().equals(processo) && v.da().equals(da) && v.a().equals(a))
        .findFirst()
        .map(Voce::attivita)
        .orElse(Map.of());
  }
}
