package it.pianodizona.motore.modulo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import it.pianodizona.comune.Denaro;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.BytesValue;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.value.JsonValue;

/**
 * Translates between what Camunda Forms store and plain Java values: JSON becomes lists and maps,
 * dates travel as ISO texts, money and decimals as numbers, texts too long for a variable as JSON.
 */
public final class ValoriModulo {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private ValoriModulo() {}

  public static Map<String, Object> versoIlMotore(Map<String, ?> valori) {
    var risultato = new HashMap<String, Object>();
    valori.forEach((chiave, valore) -> risultato.put(chiave, versoIlMotore(valore)));
    return risultato;
  }

  /**
   * The values of a submission as the engine can store them: it keeps at most {@value
   * ValidatoreModulo#LUNGHEZZA_MASSIMA} characters in a text variable, so longer texts travel as
   * JSON.
   *
   * @throws ModuloNonValido for what no form sends: files, Java objects, XML, broken JSON
   */
  static VariableMap inviati(Map<String, Object> valori) {
    var inviati = Variables.fromMap(valori);
    for (var chiave : Set.copyOf(inviati.keySet())) {
      var valore = inviati.getValueTyped(chiave);
      if (!daModulo(valore)) {
        throw new ModuloNonValido(
            "«"
                + ValidatoreModulo.breve(chiave)
                + "» non è valido: si accettano testi, numeri, sì o no e JSON.",
            null);
      }
      if (!(valore instanceof JsonValue)
          && valore != null
          && valore.getValue() instanceof String testo
          && lungo(testo)) {
        inviati.putValue(chiave, json(testo));
      }
    }
    return inviati;
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

  private static boolean lungo(String testo) {
    return testo.length() > ValidatoreModulo.LUNGHEZZA_MASSIMA;
  }

  private static Object versoIlMotore(Object valore) {
    if (valore instanceof String testo && lungo(testo)) {
      return json(testo);
    }
    if (valore instanceof Collection<?> || valore instanceof Map<?, ?>) {
      return json(valore);
    }
    if (valore instanceof ZonedDateTime dataOra) {
      return dataOra.toOffsetDateTime().toString();
    }
    if (valore instanceof LocalDate data) {
      return data.toString();
    }
    if (valore instanceof Denaro denaro) {
      return denaro.importo().doubleValue();
    }
    if (valore instanceof BigDecimal numero) {
      return numero.doubleValue();
    }
    return valore;
  }

  public static SpinJsonNode json(Object valore) {
    try {
      return Spin.JSON(JSON.writeValueAsString(valore));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Valore non rappresentabile in JSON: " + valore, e);
    }
  }

  public static Map<String, Object> dalMotore(VariableMap variabili) {
    var risultato = new HashMap<String, Object>();
    variabili
        .keySet()
        .forEach(
            chiave -> risultato.put(chiave, dalMotore(variabili.getValue(chiave, Object.class))));
    return risultato;
  }

  private static Object dalMotore(Object valore) {
    if (valore instanceof SpinJsonNode nodo) {
      try {
        return JSON.readValue(nodo.toString(), Object.class);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("JSON illeggibile in una variabile", e);
      }
    }
    return valore;
  }
}
