package it.pianodizona.motore.modulo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Camunda Form as the server needs it: its fields, their rules, in the order of the page. */
public final class Modulo {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String id;
  private final Map<String, CampoModulo> campi;

  private Modulo(String id, Map<String, CampoModulo> campi) {
    this.id = id;
    this.campi = campi;
  }

  /** Reads a form definition; fails on text that is not one. */
  public static Modulo leggi(InputStream definizione) {
    try (definizione) {
      var radice = JSON.readTree(definizione);
      return new Modulo(radice.path("id").asText(), campi(radice.path("components"), List.of()));
    } catch (IOException e) {
      throw new UncheckedIOException("Modulo illeggibile", e);
    }
  }

  public String id() {
    return id;
  }

  public Collection<String> chiavi() {
    return campi.keySet();
  }

  public Collection<CampoModulo> campi() {
    return campi.values();
  }

  /** Keys of the fields that show something which the official may not change. */
  List<String> daRicordare() {
    return campi.values().stream()
        .filter(CampoModulo::daRicordare)
        .map(CampoModulo::chiave)
        .toList();
  }

  /** What a field starts with: lists need an empty list, everything else nothing. */
  public Object vuoto(String chiave) {
    return campi.get(chiave).multiplo() ? List.of() : null;
  }

  static Map<String, CampoModulo> campi(JsonNode componenti, List<String> nascostoSe) {
    var campi = new LinkedHashMap<String, CampoModulo>();
    for (var componente : componenti) {
      var condizioni = new ArrayList<>(nascostoSe);
      var condizione = componente.path("conditional").path("hide").asText("");
      if (!condizione.isBlank()) {
        condizioni.add(condizione.startsWith("=") ? condizione.substring(1) : condizione);
      }
      if (componente.path("type").asText().equals("group")) {
        campi.putAll(campi(componente.path("components"), condizioni));
      } else if (!componente.path("key").asText("").isEmpty()
          || componente.path("type").asText().equals("dynamiclist")) {
        var campo = new CampoModulo(componente, condizioni);
        campi.put(campo.chiave(), campo);
      }
    }
    return campi;
  }
}
