package it.pianodizona.motore.modulo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.pianodizona.comune.DatoNonValido;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.BytesValue;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.JsonValue;

/**
 * Runs one submission and turns a refusal buried in engine exceptions into {@link ModuloNonValido}.
 */
final class InvioVersoIlMotore {

  private static final ObjectMapper JSON = new ObjectMapper();

  private InvioVersoIlMotore() {}

  /**
   * @throws ModuloNonValido also for what no form sends: files, Java objects, XML, broken JSON
   */
  static <T> T esegui(Map<String, Object> valori, Callable<T> invio) {
    rifiutaTipiEstranei(Variables.fromMap(valori == null ? Map.of() : valori));
    try {
      return InvioModulo.conChiavi(valori == null ? Set.of() : valori.keySet(), invio);
    } catch (Exception e) {
      for (Throwable causa = e; causa != null; causa = causa.getCause()) {
        if (causa instanceof ModuloNonValido rifiuto) {
          throw rifiuto;
        }
        if (causa instanceof DatoNonValido rifiuto) {
          throw new ModuloNonValido(rifiuto.getMessage(), rifiuto);
        }
      }
      throw e instanceof RuntimeException errore ? errore : new IllegalStateException(e);
    }
  }

  /** Before the engine reads the values: reading a Java object builds it. */
  private static void rifiutaTipiEstranei(VariableMap valori) {
    var estranei =
        valori.keySet().stream()
            .filter(chiave -> !daModulo(valori.getValueTyped(chiave)))
            .sorted()
            .map(
                chiave ->
                    "«%s» non è valido: si accettano testi, numeri, sì o no e JSON."
                        .formatted(ValidatoreModulo.breve(chiave)))
            .toList();
    if (!estranei.isEmpty()) {
      throw new ModuloNonValido(estranei);
    }
  }

  private static boolean daModulo(TypedValue valore) {
    if (valore instanceof JsonValue json) {
      return json.isDeserialized()
          || json.getValueSerialized() == null
          || benFormato(json.getValueSerialized());
    }
    return !(valore instanceof SerializableValue
        || valore instanceof FileValue
        || valore instanceof BytesValue);
  }

  private static boolean benFormato(String json) {
    try {
      JSON.readTree(json);
      return true;
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
