package it.pianodizona.motore.accesso;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads a YAML resource into records; a key that no record declares is an error. */
final class RisorsaYaml {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private RisorsaYaml() {}

  static <T> T leggi(String risorsa, Class<T> tipo) {
    try (var flusso = new ClassPathResource(risorsa).getInputStream()) {
      Object contenuto = new Yaml(new SafeConstructor(new LoaderOptions())).load(flusso);
      return MAPPER.convertValue(contenuto, tipo);
    } catch (IOException e) {
      throw new UncheckedIOException("Risorsa illeggibile: " + risorsa, e);
    }
  }
}
