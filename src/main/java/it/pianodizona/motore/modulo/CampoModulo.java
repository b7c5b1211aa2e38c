package it.pianodizona.motore.modulo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One input of a Camunda Form with the rules written in its definition. */
public final class CampoModulo {

  private static final Set<Integer> INTERVALLI = Set.of(1, 5, 10, 15, 30, 60);
  private static final int INTERVALLO_DI_FABBRICA = 15;

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

  /** Minutes between the hours that the page offers; it rounds every other hour down. */
  int intervalloMinuti() {
    int minuti = definizione.path("timeInterval").asInt(INTERVALLO_DI_FABBRICA);
    return INTERVALLI.contains(minuti) ? minuti : INTERVALLO_DI_FABBRICA;
  }

  /** Whether the page offers no day before today. */
  boolean soloDaOggi() {
    return definizione.path("disallowPassedDates").asBoolean(false);
  }

  boolean multiplo() {
    return List.of("checklist", "taglist", "dynamiclist").contains(tipo());
  }

  /** Shown or computed, never filled in: what a client sends for it is not read. */
  boolean soloLettura() {
    return bloccato() || tipo().equals("expression");
  }

  /** Shown with a value that only the application writes. */
  boolean bloccato() {
    return definizione.path("readonly").asBoolean(false)
        || definizione.path("disabled").asBoolean(false);
  }

  /** FEEL condition under which the field can be read but not changed. */
  Optional<String> bloccatoSe() {
    return espressione(definizione.path("readonly"));
  }

  /** Whether rows can be neither added nor taken away. */
  boolean righeFisse() {
    return tipo().equals("dynamiclist") && !definizione.path("allowAddRemove").asBoolean(true);
  }

  /** Whether some of what the page shows in this field is not for the official to change. */
  boolean daRicordare() {
    return bloccato()
        || bloccatoSe().isPresent()
        || righeFisse()
        || colonne.values().stream().anyMatch(CampoModulo::daRicordare);
  }

  /** FEEL conditions; the field is hidden when any of them holds. */
  List<String> nascostoSe() {
    return nascostoSe;
  }

  boolean obbligatorio() {
    return definizione.path("validate").path("required").asBoolean(false);
  }

  /** A rule as it is written: a value, or a FEEL expression after an equals sign. */
  Optional<String> regola(String nome) {
    return Optional.of(definizione.path("validate").path(nome).asText(""))
        .filter(regola -> !regola.isBlank());
  }

  /** The hint under the field, which says what is accepted. */
  Optional<String> descrizione() {
    return Optional.of(definizione.path("description").asText("")).filter(d -> !d.isBlank());
  }

  int decimali() {
    return definizione.path("decimalDigits").asInt(-1);
  }

  /** What the number must be a multiple of. */
  Optional<BigDecimal> passo() {
    return Optional.of(definizione.path("increment").asText(""))
        .filter(passo -> !passo.isBlank())
        .map(BigDecimal::new)
        .filter(passo -> passo.signum() > 0);
  }

  /** Name of the variable that holds the options; it comes before the other two sources. */
  Optional<String> chiaveOpzioni() {
    return Optional.of(definizione.path("valuesKey").asText("")).filter(k -> !k.isBlank());
  }

  /** Options written in the form. */
  Optional<List<?>> opzioni() {
    var scelte = definizione.path("values");
    if (!scelte.isArray()) {
      return Optional.empty();
    }
    var opzioni = new ArrayList<Object>();
    scelte.forEach(
        scelta -> {
          var valore = scelta.isObject() ? scelta.path("value") : scelta;
          opzioni.add(valore.isNumber() ? valore.decimalValue() : valore.asText());
        });
    return Optional.of(opzioni);
  }

  /** FEEL expression that gives the options. */
  Optional<String> espressioneOpzioni() {
    return espressione(definizione.path("valuesExpression"));
  }

  /** Fields of each row of a dynamic list. */
  Map<String, CampoModulo> colonne() {
    return colonne;
  }

  private static Optional<String> espressione(JsonNode nodo) {
    return Optional.of(nodo.asText(""))
        .filter(testo -> testo.startsWith("="))
        .map(testo -> testo.substring(1));
  }
}
