package it.pianodizona.motore.modulo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One input of a Camunda Form with the rules written in its definition. */
public final class CampoModulo {

  private final JsonNode definizione;
  private final List<String> nascostoSe;
  private final Map<String, CampoModulo> colonne;

  CampoModulo(JsonNode definizione, List<String> nascostoSe) {
    this.definizione = definizione;
    this.nascostoSe = List.copyOf(nascostoSe);
    this.colonne =
        tipo().equals("dynamiclist")
            ? Modulo.campi(definizione.path("components"), List.of())
            : Map.of();
  }

  public String chiave() {
    return definizione.path(tipo().equals("dynamiclist") ? "path" : "key").asText();
  }

  public String tipo() {
    return definizione.path("type").asText();
  }

  /** The label the official reads, used to name the field in messages. */
  public String etichetta() {
    var etichetta =
        definizione.path("subtype").asText().equals("time")
            ? definizione.path("timeLabel").asText("")
            : definizione.path("dateLabel").asText("");
    if (etichetta.isBlank()) {
      etichetta = definizione.path("label").asText("");
    }
    return etichetta.isBlank() ? chiave() : etichetta;
  }

  /** date, time or datetime; empty for other types. */
  String sottotipo() {
    return definizione.path("subtype").asText("");
  }

  /** Whether an hour is submitted as the official wrote it, without an offset. */
  boolean oraSenzaFuso() {
    return definizione.path("timeSerializingFormat").asText("").equals("no_timezone");
  }

  boolean multiplo() {
    return List.of("checklist", "taglist", "dynamiclist").contains(tipo());
  }

  /** Shown only or never submitted: what a client sends for it is not read. */
  boolean soloLettura() {
    return definizione.path("readonly").asBoolean(false)
        || definizione.path("disabled").asBoolean(false);
  }

  /** FEEL conditions; the field is hidden when any of them holds. */
  List<String> nascostoSe() {
    return nascostoSe;
  }

  boolean obbligatorio() {
    return definizione.path("validate").path("required").asBoolean(false);
  }

  Optional<String> regola(String nome) {
    var regola = definizione.path("validate").path(nome);
    return regola.isMissingNode() || regola.asText("").isBlank()
        ? Optional.empty()
        : Optional.of(regola.asText());
  }

  /** The hint under the field, which says what is accepted. */
  Optional<String> descrizione() {
    return Optional.of(definizione.path("description").asText("")).filter(d -> !d.isBlank());
  }

  int decimali() {
    return definizione.path("decimalDigits").asInt(-1);
  }

  /** Options written in the form; empty when they come from a variable. */
  Optional<List<String>> opzioni() {
    var scelte = definizione.path("values");
    if (!scelte.isArray()) {
      return Optional.empty();
    }
    var opzioni = new ArrayList<String>();
    scelte.forEach(scelta -> opzioni.add(scelta.path("value").asText()));
    return Optional.of(opzioni);
  }

  /** Name of the variable that holds the options, when they are dynamic. */
  Optional<String> chiaveOpzioni() {
    return Optional.of(definizione.path("valuesKey").asText("")).filter(k -> !k.isBlank());
  }

  /** Fields of each row of a dynamic list. */
  Map<String, CampoModulo> colonne() {
    return colonne;
  }
}
