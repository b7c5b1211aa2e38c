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
import java.util.Objects;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/**
 * Translates between what Camunda Forms store and plain Java values: JSON becomes lists and maps,
 * dates travel as ISO texts, money and decimals as numbers.
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

  private static Object versoIlMotore(Object valore) {
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

  /** Whether a variable of the engine holds that value already. */
  public static boolean uguali(Object valore, Object nelMotore) {
    var nuovo = versoIlMotore(valore);
    return nuovo instanceof SpinJsonNode && nelMotore instanceof SpinJsonNode
        ? nuovo.toString().equals(nelMotore.toString())
        : Objects.equals(nuovo, nelMotore);
  }

  static Object dalMotore(Object valore) {
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
