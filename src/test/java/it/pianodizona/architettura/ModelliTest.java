package it.pianodizona.architettura;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.motore.NelModello;
import it.pianodizona.motore.compito.Avvio;
import it.pianodizona.motore.compito.Compiti;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Models and forms are code: what they name must exist, and what exists must be named. */
class ModelliTest extends ProvaDiProcesso {

  private static final Map<String, BpmnModelInstance> MODELLI =
      leggi("bpmn", ".bpmn", percorso -> Bpmn.readModelFromFile(percorso.toFile()));
  private static final Map<String, JsonNode> MODULI = leggi("forms", ".form", ModelliTest::json);
  private static final Pattern BEAN = Pattern.compile("\\$\\{\\s*([a-zA-Z]\\w*)\\s*(\\.|})");

  /** Components that the Tasklist of Camunda 7.24 draws. */
  private static final Set<String> COMPONENTI =
      Set.of(
          "text",
          "textfield",
          "textarea",
          "number",
          "checkbox",
          "radio",
          "select",
          "checklist",
          "taglist",
          "datetime",
          "group",
          "dynamiclist",
          "table",
          "html",
          "separator",
          "spacer",
          "button",
          "expression",
          "default");

  /** Of components: what {@code ValidatoreModulo} checks, and what is only looks. */
  private static final Set<String> PROPRIETA =
      Set.of(
          "id",
          "type",
          "subtype",
          "key",
          "path",
          "label",
          "dateLabel",
          "timeLabel",
          "description",
          "text",
          "content",
          "layout",
          "appearance",
          "properties",
          "conditional",
          "validate",
          "readonly",
          "disabled",
          "values",
          "valuesKey",
          "valuesExpression",
          "searchable",
          "decimalDigits",
          "increment",
          "serializeToString",
          "disallowPassedDates",
          "timeInterval",
          "timeSerializingFormat",
          "use24h",
          "components",
          "showOutline",
          "isRepeating",
          "allowAddRemove",
          "defaultRepetitions",
          "disableCollapse",
          "nonCollapsedItems",
          "dataSource",
          "rowCount",
          "columns",
          "columnsExpression",
          "expression",
          "computeOn",
          "height",
          "action");

  private static final Set<String> REGOLE =
      Set.of("required", "min", "max", "minLength", "maxLength", "pattern", "validationType");

  @Autowired private ApplicationContext contesto;
  @Autowired private Compiti compiti;
  @Autowired private ObjectProvider<Avvio> avvii;

  @Test
  void ogniFileSiChiamaComeIlSuoProcessoEDichiaraVersioneEConservazione() {
    MODELLI.forEach(
        (nome, modello) -> {
          var processi = modello.getModelElementsByType(Process.class);
          assertThat(processi).as(nome).hasSize(1);
          var processo = processi.iterator().next();
          assertThat(processo.getId()).isEqualTo(nome);
          assertThat(processo.getCamundaVersionTag()).as(nome).isNotBlank();
          assertThat(processo.getCamundaHistoryTimeToLiveString()).as(nome).isNotBlank();
          assertThat(processo.getDocumentations()).as(nome).isNotEmpty();
        });
  }

  @Test
  void ogniNodoDelModelloEDisegnato() {
    MODELLI.forEach(
        (nome, modello) -> {
          modello
              .getModelElementsByType(FlowNode.class)
              .forEach(
                  n -> assertThat(n.getDiagramElement()).as(nome + "/" + n.getId()).isNotNull());
          modello
              .getModelElementsByType(SequenceFlow.class)
              .forEach(
                  f -> assertThat(f.getDiagramElement()).as(nome + "/" + f.getId()).isNotNull());
        });
  }

  @Test
  void ogniCompitoUtenteHaNomeGruppoModuloEDocumentazione() {
    MODELLI.forEach(
        (nome, modello) ->
            modello
                .getModelElementsByType(UserTask.class)
                .forEach(
                    compito -> {
                      var dove = nome + "/" + compito.getId();
                      assertThat(compito.getName()).as(dove).isNotBlank();
                      assertThat(compito.getDocumentations()).as(dove).isNotEmpty();
                      assertThat(MODULI).as(dove).containsKey(compito.getCamundaFormRef());
                      assertThat(compito.getCamundaFormRefBinding())
                          .as(dove)
                          .isEqualTo("deployment");
                    }));
  }

  @Test
  void ogniEsitoHaIlSuoNome() {
    MODELLI.forEach(
        (nome, modello) -> {
          var nomi =
              modello.getModelElementsByType(EndEvent.class).stream()
                  .map(EndEvent::getName)
                  .toList();
          assertThat(nomi).as(nome).doesNotContainNull().doesNotHaveDuplicates();
        });
  }

  @Test
  void ogniCompitoUtenteHaIlSuoBeanENessunBeanRestaSenzaCompito() {
    var neiModelli = new TreeSet<String>();
    MODELLI.forEach(
        (nome, modello) ->
            modello
                .getModelElementsByType(UserTask.class)
                .forEach(compito -> neiModelli.add(nome + "/" + compito.getId())));
    assertThat(compiti.chiavi()).containsExactlyInAnyOrderElementsOf(neiModelli);
  }

  @Test
  void ogniModuloDiAvvioHaIlSuoBean() {
    var conModulo =
        MODELLI.entrySet().stream()
            .filter(
                e ->
                    e.getValue().getModelElementsByType(StartEvent.class).stream()
                        .anyMatch(s -> s.getCamundaFormRef() != null))
            .map(Map.Entry::getKey)
            .toList();
    assertThat(avvii.stream().map(Avvio::processo).toList())
        .containsExactlyInAnyOrderElementsOf(conModulo);
  }

  @Test
  void ogniEspressioneChiamaUnBeanDestinatoAiModelli() {
    var visibili = contesto.getBeansWithAnnotation(NelModello.class).keySet();
    var chiamati = new HashSet<String>();
    MODELLI.forEach(
        (nome, modello) -> {
          var variabili = variabiliNote(modello);
          var espressioni = BEAN.matcher(Bpmn.convertToString(modello));
          while (espressioni.find()) {
            var radice = espressioni.group(1);
            if (visibili.contains(radice)) {
              chiamati.add(radice);
            } else {
              assertThat(variabili).as("%s usa «%s»", nome, radice).contains(radice);
            }
          }
        });
    assertThat(visibili).as("bean per i modelli che nessun modello chiama").isSubsetOf(chiamati);
  }

  @Test
  void ogniProcessoChiamatoEOgniDecisioneEsistono() {
    var decisioni =
        leggi("bpmn", ".dmn", p -> Dmn.readModelFromFile(p.toFile())).values().stream()
            .flatMap(m -> m.getModelElementsByType(Decision.class).stream())
            .map(Decision::getId)
            .toList();
    MODELLI.forEach(
        (nome, modello) -> {
          modello
              .getModelElementsByType(CallActivity.class)
              .forEach(
                  chiamata -> {
                    assertThat(MODELLI).as(nome).containsKey(chiamata.getCalledElement());
                    assertThat(chiamata.getCamundaCalledElementBinding()).isEqualTo("latest");
                  });
          modello
              .getModelElementsByType(BusinessRuleTask.class)
              .forEach(regola -> assertThat(decisioni).contains(regola.getCamundaDecisionRef()));
        });
  }

  @Test
  void ogniModuloEUsatoEMostraSoloCioCheTasklistSaDisegnare() {
    var usati =
        MODELLI.values().stream()
            .flatMap(
                m ->
                    Stream.concat(
                        m.getModelElementsByType(UserTask.class).stream()
                            .map(UserTask::getCamundaFormRef),
                        m.getModelElementsByType(StartEvent.class).stream()
                            .map(StartEvent::getCamundaFormRef)))
            .collect(Collectors.toSet());
    MODULI.forEach(
        (nome, modulo) -> {
          assertThat(modulo.path("id").asText()).isEqualTo(nome);
          assertThat(usati).as("modulo %s", nome).contains(nome);
          assertThat(modulo.findValuesAsText("type")).as(nome).isSubsetOf(COMPONENTI);
        });
  }

  /** A property that the server's check does not know would be enforced in the browser only. */
  @Test
  void ogniModuloUsaSoloProprietaCheIlServerVerifica() {
    MODULI.forEach(
        (nome, modulo) ->
            campi(modulo)
                .forEach(
                    c -> {
                      var dove = nome + "/" + c.path("id").asText();
                      assertThat(nomi(c)).as(dove).isSubsetOf(PROPRIETA);
                      assertThat(nomi(c.path("validate"))).as(dove).isSubsetOf(REGOLE);
                      assertThat(nomi(c.path("conditional"))).as(dove).isSubsetOf(Set.of("hide"));
                      // a key with dots, or a path on a group, would nest what is submitted
                      assertThat(c.path("key").asText("x") + c.path("path").asText(""))
                          .as(dove)
                          .matches("\\w+");
                      assertThat(c.has("path")).as(dove).isEqualTo(tipo(c).equals("dynamiclist"));
                      if (c.path("validate").has("pattern")) {
                        Pattern.compile(c.path("validate").path("pattern").asText());
                      }
                    }));
  }

  private static String tipo(JsonNode componente) {
    return componente.path("type").asText();
  }

  private static List<String> nomi(JsonNode nodo) {
    var nomi = new ArrayList<String>();
    nodo.fieldNames().forEachRemaining(nomi::add);
    return nomi;
  }

  @Test
  void ogniTestoLiberoHaUnaLunghezzaMassima() {
    MODULI.forEach(
        (nome, modulo) ->
            campi(modulo).stream()
                .filter(c -> c.path("type").asText().startsWith("text"))
                .filter(c -> c.hasNonNull("key"))
                .filter(c -> !c.path("readonly").asBoolean() && !c.path("disabled").asBoolean())
                .forEach(
                    c ->
                        assertThat(c.path("validate").path("maxLength").asInt())
                            .as(nome + "/" + c.path("key").asText())
                            .isBetween(1, 4000)));
  }

  private static Set<String> variabiliNote(BpmnModelInstance modello) {
    var note = new HashSet<>(Set.of("execution", "task", "true", "false"));
    var testo = Bpmn.convertToString(modello);
    for (var attributo : List.of("target", "elementVariable", "resultVariable", "name")) {
      var trovati = Pattern.compile(attributo + "=\"([A-Za-z]\\w*)\"").matcher(testo);
      while (trovati.find()) {
        note.add(trovati.group(1));
      }
    }
    note.addAll(Variabili.dichiarate());
    return note;
  }

  private static List<JsonNode> campi(JsonNode nodo) {
    var campi = new ArrayList<JsonNode>();
    for (var componente : nodo.path("components")) {
      campi.add(componente);
      campi.addAll(campi(componente));
    }
    return campi;
  }

  private static JsonNode json(Path percorso) {
    try {
      return new ObjectMapper().readTree(percorso.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> Map<String, T> leggi(
      String cartella, String estensione, Function<Path, T> lettore) {
    try (var file = Files.walk(Path.of(cartella))) {
      return file.filter(f -> f.toString().endsWith(estensione))
          .filter(f -> !f.toString().contains("node_modules"))
          .collect(
              Collectors.toMap(f -> f.getFileName().toString().replace(estensione, ""), lettore));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
