package it.pianodizona.motore.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.HistoricProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.HistoricTaskPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the Italian of the web applications with the English they ship, so that an upgrade that
 * adds a text fails the build instead of showing a raw key to an official.
 */
class TraduzioniTest {

  private static final String WEBJAR = "META-INF/resources/webjars/camunda/";
  private static final String BOM = "\uFEFF";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Texts that are written the same in both languages. */
  private static final Set<String> UGUALI_IN_ITALIANO =
      Set.of(
          "",
          "<",
          "<=",
          ">",
          ">=",
          "CSV",
          "Cockpit",
          "File",
          "ID",
          "JSON",
          "OK",
          "Optimize",
          "Password",
          "Password*:");

  /** Plural suffixes and empty texts: Italian has nothing to put there. */
  private static final Set<String> VUOTI =
      Set.of(
          "labels/NO_TASK_FORM",
          "labels/PLGN_BATCH_S",
          "labels/PLGN_MIG_S",
          "labels/PLGN_MOD_DIALOG_S",
          "labels/PLGN_MOD_RESTART_DIALOG_S");

  private static final Pattern SEGNAPOSTO = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|\\{}|%[sd]");

  /** A string of the programs that starts with an element. */
  private static final Pattern MODELLO =
      Pattern.compile("[=,(:?+\\[{]\\s*(['\"`])(?=(?:\\s|\\\\n)*(?:<|\\\\x3c)[a-z!])");

  private static final Pattern PAROLA = Pattern.compile("[A-Za-z]{3,}");

  /** What form-js tells people about a field. */
  private static final Pattern MESSAGGIO_DI_MODULO =
      Pattern.compile(
          "[\"`]((?:Field (?:is required|must)|Value is|Please select a valid)[^\"`]*)[\"`]");

  /** Names, abbreviations of the metrics and hints about the code, the same in both languages. */
  private static final Set<String> SCRITTI_UGUALI =
      Set.of("Camunda Platform", "Cockpit", "EDE", "FNI", "File", "Tasklist");

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void everyShippedTextHasAnItalianOne(String applicazione) throws IOException {
    Set<String> inglese = testi(applicazione, "en").keySet();
    Set<String> italiano = testi(applicazione, "it").keySet();

    assertThat(inglese).isNotEmpty();
    assertThat(italiano).containsAll(inglese);
    // some texts have no key: the application looks for the English itself
    String programma = leggi(programma(applicazione));
    assertThat(italiano)
        .filteredOn(chiave -> !inglese.contains(chiave))
        .allSatisfy(
            chiave ->
                assertThat(programma).contains('"' + chiave.replaceFirst("^labels/", "") + '"'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "webjars/camunda/app/tasklist/camunda-tasklist-bootstrap.js",
        "webjars/camunda/app/cockpit/camunda-cockpit-bootstrap.js",
        "webjars/camunda/app/admin/camunda-admin-bootstrap.js",
        "webjars/camunda/app/welcome/camunda-welcome-bootstrap.js",
        "plugin/tasklist/app/plugin.js",
        "plugin/cockpit/app/plugin.js",
        "plugin/admin/app/plugin.js"
      })
  void everyTextWrittenInTheScreensWithoutAKeyIsReplaced(String programma) throws IOException {
    String sostituzioni =
        leggi("app/tasklist/scripts/testi-fissi-it.js").replace("\\'", "'")
            + leggi("app/tasklist/scripts/accessibilita.js");
    List<Element> modelli = modelli(risorsa("META-INF/resources/" + programma));

    assertThat(modelli).isNotEmpty();
    assertThat(
            modelli.stream()
                .flatMap(TraduzioniTest::scritti)
                .filter(testo -> !SCRITTI_UGUALI.contains(testo))
                .filter(testo -> !sostituzioni.contains(testo)))
        .isEmpty();
  }

  @Test
  void everyPermissionHasAnItalianName() throws IOException {
    String sostituzioni = leggi("app/tasklist/scripts/testi-fissi-it.js");

    for (Class<? extends Permission> permessi :
        List.of(
            Permissions.class,
            BatchPermissions.class,
            HistoricProcessInstancePermissions.class,
            HistoricTaskPermissions.class,
            ProcessDefinitionPermissions.class,
            ProcessInstancePermissions.class,
            SystemPermissions.class,
            TaskPermissions.class,
            UserOperationLogCategoryPermissions.class)) {
      assertThat(permessi.getEnumConstants())
          .allSatisfy(
              permesso -> assertThat(sostituzioni).contains("  " + permesso.getName() + ": '"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void noTextIsLeftInEnglish(String applicazione) throws IOException {
    Map<String, String> italiano = testi(applicazione, "it");
    Map<String, String> rimasti = new TreeMap<>();
    testi(applicazione, "en")
        .forEach(
            (chiave, inglese) -> {
              if (chiave.startsWith("labels/")
                  && inglese.equals(italiano.get(chiave))
                  && !UGUALI_IN_ITALIANO.contains(inglese.strip())) {
                rimasti.put(chiave, inglese);
              }
            });

    assertThat(rimasti).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void everyTextKeepsThePlaceholdersOfTheOriginal(String applicazione) throws IOException {
    Map<String, String> italiano = testi(applicazione, "it");
    Map<String, String> diversi = new TreeMap<>();
    testi(applicazione, "en")
        .forEach(
            (chiave, inglese) -> {
              String tradotto = italiano.getOrDefault(chiave, "");
              if (!segnaposto(inglese).equals(segnaposto(tradotto))) {
                diversi.put(chiave, tradotto);
              }
            });

    assertThat(diversi).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void noTextIsBlank(String applicazione) throws IOException {
    Map<String, String> italiano = testi(applicazione, "it");

    assertThat(italiano.entrySet())
        .filteredOn(testo -> testo.getValue().isBlank())
        .allSatisfy(testo -> assertThat(VUOTI).contains(testo.getKey()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void theConfigurationSpeaksOnlyItalianAndNamesScriptsThatExist(String applicazione)
      throws IOException {
    String configurazione = leggi("app/" + applicazione + "/scripts/config.js");

    assertThat(configurazione)
        .contains("availableLocales: ['it']")
        .contains("fallbackLocale: 'it'")
        .contains("Piano di Zona");
    List<String> script = trova("'([^']+\\.js)'", configurazione);
    assertThat(script)
        .isNotEmpty()
        .allSatisfy(nome -> assertThat(leggi(percorso(applicazione, nome))).isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void theStyleSheetImportsOneThatExists(String applicazione) throws IOException {
    String foglio = leggi("app/" + applicazione + "/styles/user-styles.css");

    assertThat(trova("@import url\\('([^']+)'\\)", foglio))
        .isNotEmpty()
        .allSatisfy(
            nome -> assertThat(leggi(percorso(applicazione + "/styles", nome))).isNotBlank());
  }

  @Test
  void everyMessageOfTheFormsIsTranslated() throws IOException {
    String traduzioni = leggi("app/tasklist/scripts/moduli-it.js").replace("\\'", "'");
    List<String> messaggi =
        MESSAGGIO_DI_MODULO
            .matcher(leggi("lib/deps.js"))
            .results()
            .map(messaggio -> messaggio.group(1))
            .distinct()
            .toList();

    assertThat(messaggi)
        .hasSizeGreaterThanOrEqualTo(10)
        .allSatisfy(
            messaggio -> assertThat(traduzioni).contains(messaggio.split("\\$\\{", 2)[0].strip()));
  }

  /** The pieces of page that a program carries as strings. */
  private static List<Element> modelli(String programma) {
    var modelli = new ArrayList<Element>();
    var inizio = MODELLO.matcher(programma);
    for (int da = 0; inizio.find(da); ) {
      char apice = inizio.group(1).charAt(0);
      int fine = inizio.end(1);
      while (programma.charAt(fine) != apice) {
        fine += programma.charAt(fine) == '\\' ? 2 : 1;
      }
      modelli.add(
          Jsoup.parseBodyFragment(
                  programma
                      .substring(inizio.end(1), fine)
                      .replaceAll("\\\\[nrt]", " ")
                      .replace("\\x3c", "<")
                      .replaceAll("\\\\(.)", "$1"))
              .body());
      da = fine + 1;
    }
    return modelli;
  }

  /** The words of a piece of page that nothing computes and no key translates. */
  private static Stream<String> scritti(Element modello) {
    return modello.getAllElements().stream()
        .filter(elemento -> !elemento.hasAttr("translate"))
        .flatMap(
            elemento ->
                Stream.concat(
                    elemento.textNodes().stream().map(TextNode::text),
                    Stream.of("placeholder", "title", "uib-tooltip", "aria-label")
                        .map(elemento::attr)))
        .filter(testo -> !testo.contains("{{") && PAROLA.matcher(testo).find())
        .map(String::strip);
  }

  private static String programma(String applicazione) {
    return "app/" + applicazione + "/camunda-" + applicazione + "-bootstrap.js";
  }

  private static Map<String, String> testi(String applicazione, String lingua) throws IOException {
    Map<String, String> testi = new LinkedHashMap<>();
    raccogli(
        "", JSON.readTree(leggi("app/" + applicazione + "/locales/" + lingua + ".json")), testi);
    return testi;
  }

  private static void raccogli(String percorso, JsonNode nodo, Map<String, String> testi) {
    if (nodo.isObject()) {
      nodo.properties()
          .forEach(
              campo ->
                  raccogli(
                      percorso.isEmpty() ? campo.getKey() : percorso + "/" + campo.getKey(),
                      campo.getValue(),
                      testi));
    } else if (nodo.isArray()) {
      for (int i = 0; i < nodo.size(); i++) {
        raccogli(percorso + "/" + i, nodo.get(i), testi);
      }
    } else {
      testi.put(percorso, nodo.asText());
    }
  }

  private static List<String> segnaposto(String testo) {
    return SEGNAPOSTO
        .matcher(testo)
        .results()
        .map(trovato -> trovato.group(1) == null ? trovato.group() : trovato.group(1))
        .sorted()
        .toList();
  }

  private static List<String> trova(String forma, String testo) {
    return Pattern.compile(forma)
        .matcher(testo)
        .results()
        .map((MatchResult trovato) -> trovato.group(1))
        .toList();
  }

  private static String percorso(String cartella, String nome) {
    return Path.of("app", cartella, nome).normalize().toString().replace('\\', '/');
  }

  private static String leggi(String risorsa) throws IOException {
    return risorsa(WEBJAR + risorsa);
  }

  private static String risorsa(String risorsa) throws IOException {
    try (var contenuto = TraduzioniTest.class.getClassLoader().getResourceAsStream(risorsa)) {
      assertThat(contenuto).as(risorsa).isNotNull();
      String testo = new String(contenuto.readAllBytes(), UTF_8);
      return testo.startsWith(BOM) ? testo.substring(BOM.length()) : testo;
    }
  }
}
