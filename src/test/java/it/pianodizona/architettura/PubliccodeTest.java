package it.pianodizona.architettura;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code publiccode.yml} against the publiccode.yml standard 0.4: keys, types, closed lists. */
class PubliccodeTest {

  private static final List<String> OBBLIGATORIE =
      List.of(
          "publiccodeYmlVersion",
          "name",
          "url",
          "platforms",
          "developmentStatus",
          "softwareType",
          "description",
          "legal",
          "maintenance",
          "localisation");

  private static final List<String> FACOLTATIVE =
      List.of(
          "applicationSuite",
          "landingURL",
          "isBasedOn",
          "softwareVersion",
          "releaseDate",
          "logo",
          "categories",
          "usedBy",
          "roadmap",
          "fundedBy",
          "intendedAudience",
          "dependsOn",
          "it");

  private static final List<String> STATI =
      List.of("concept", "development", "beta", "stable", "obsolete");

  private static final List<String> TIPI =
      List.of(
          "standalone/mobile",
          "standalone/iot",
          "standalone/desktop",
          "standalone/web",
          "standalone/backend",
          "standalone/other",
          "addon",
          "library",
          "configurationFiles");

  /** Of the standard's list, those that suit this software. */
  private static final List<Object> CATEGORIE =
      List.of(
          "workflow-management",
          "government-websites",
          "document-management",
          "digital-citizenship",
          "collaboration",
          "electronic-signature-management",
          "case-management",
          "event-management",
          "voting");

  private static final List<Object> PIATTAFORME =
      List.of("web", "windows", "mac", "linux", "ios", "android");

  private static final List<String> MANUTENZIONE =
      List.of("internal", "contract", "community", "none");

  private final Map<String, Object> dati = leggi();

  @Test
  void haTutteLeChiaviObbligatorieENessunaInventata() {
    assertThat(dati.keySet()).containsAll(OBBLIGATORIE);
    assertThat(dati.keySet())
        .allSatisfy(
            chiave ->
                assertThat(OBBLIGATORIE.contains(chiave) || FACOLTATIVE.contains(chiave))
                    .as(chiave)
                    .isTrue());
    assertThat(dati.get("publiccodeYmlVersion").toString()).matches("0\\.[2-4](\\.\\d+)?");
  }

  @Test
  void iValoriSonoQuelliAmmessi() {
    assertThat(URI.create(dati.get("url").toString()).getScheme()).isEqualTo("https");
    assertThat(elenco(dati, "platforms")).isNotEmpty().isSubsetOf(PIATTAFORME);
    assertThat(elenco(dati, "categories")).isNotEmpty().isSubsetOf(CATEGORIE);
    assertThat(dati.get("developmentStatus")).isIn(STATI);
    assertThat(dati.get("softwareType")).isIn(TIPI);
    assertThat(dati.get("releaseDate"))
        .satisfies(
            data ->
                assertThat(data instanceof Date || LocalDate.parse(data.toString()) != null)
                    .isTrue());
  }

  @Test
  void laDescrizioneItalianaRispettaLeLunghezze() {
    var it = mappa(mappa(dati, "description"), "it");
    assertThat(it.get("shortDescription").toString().strip()).hasSizeBetween(1, 150);
    assertThat(it.get("longDescription").toString().strip()).hasSizeBetween(150, 10_000);
    assertThat(elenco(it, "features"))
        .isNotEmpty()
        .allSatisfy(voce -> assertThat(voce.toString()).hasSizeLessThanOrEqualTo(100));
    assertThat(it).containsKey("genericName");
    assertThat(it.get("genericName").toString()).hasSizeLessThanOrEqualTo(35);
  }

  @Test
  void licenzaManutenzioneELinguaSonoDichiarate() throws IOException {
    assertThat(mappa(dati, "legal").get("license")).isEqualTo("EUPL-1.2");
    assertThat(Files.readString(Path.of("LICENSE"))).contains("European Union Public Licence");
    var manutenzione = mappa(dati, "maintenance");
    assertThat(manutenzione.get("type")).isIn(MANUTENZIONE);
    // a community must say who answers, a contract who holds it
    assertThat(elenco(manutenzione, "contacts")).isNotEmpty();
    var lingue = mappa(dati, "localisation");
    assertThat(lingue.get("localisationReady")).isInstanceOf(Boolean.class);
    assertThat(elenco(lingue, "availableLanguages"))
        .isNotEmpty()
        .allSatisfy(lingua -> assertThat(Arrays.asList("it", "en")).contains(lingua.toString()));
  }

  /** The Italian part: how the software stands to the guidelines of AgID. */
  @Test
  void laParteItalianaDichiaraLaConformita() {
    var it = mappa(dati, "it");
    assertThat(it.keySet()).contains("countryExtensionVersion", "conforme", "piattaforme");
    assertThat(mappa(it, "conforme").values())
        .allSatisfy(v -> assertThat(v).isInstanceOf(Boolean.class));
    assertThat(mappa(it, "piattaforme").keySet())
        .containsExactlyInAnyOrder("spid", "pagopa", "cie", "anpr", "io");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> mappa(Map<String, Object> dove, String chiave) {
    assertThat(dove).containsKey(chiave);
    return (Map<String, Object>) dove.get(chiave);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> elenco(Map<String, Object> dove, String chiave) {
    assertThat(dove).containsKey(chiave);
    return (List<Object>) dove.get(chiave);
  }

  private static Map<String, Object> leggi() {
    try (var file = Files.newBufferedReader(Path.of("publiccode.yml"))) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
