package it.pianodizona.motore.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

  /** What form-js tells people about a field. */
  private static final Pattern MESSAGGIO_DI_MODULO =
      Pattern.compile(
          "[\"`]((?:Field (?:is required|must)|Value is|Please select a valid)[^\"`]*)[\"`]");

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void everyShippedTextHasAnItalianOneAndNoOther(String applicazione) throws IOException {
    Map<String, String> inglese = testi(applicazione, "en");
    Map<String, String> italiano = testi(applicazione, "it");

    assertThat(inglese).isNotEmpty();
    assertThat(italiano.keySet()).containsExactlyInAnyOrderElementsOf(inglese.keySet());
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
    try (var contenuto =
        TraduzioniTest.class.getClassLoader().getResourceAsStream(WEBJAR + risorsa)) {
      assertThat(contenuto).as(risorsa).isNotNull();
      String testo = new String(contenuto.readAllBytes(), UTF_8);
      return testo.startsWith(BOM) ? testo.substring(BOM.length()) : testo;
    }
  }
}
