package it.pianodizona.portale.web;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.portale.web.Manuale.Capitolo;
import it.pianodizona.portale.web.Manuale.Sezione;
import it.pianodizona.portale.web.Manuale.Trovata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/** The manual follows the models: each task explained once, nothing explained that is not there. */
class ManualeTest {

  private static final Pattern ELENCO_DI_TASKLIST = Pattern.compile("(?m)^\\| ([^|]+) \\|");

  private final Manuale manuale = new Manuale();

  @Test
  void ogniCompitoEOgniModuloDiAvvioHaUnaSezioneENessunaSezioneNeNominaUnoCheNonCe()
      throws IOException {
    assertThat(sezioni().flatMap(s -> s.compiti().stream()).toList())
        .containsExactlyInAnyOrderElementsOf(daSpiegare());
  }

  @Test
  void ogniSezioneDiUnCompitoDiceQualcosaEMostraIlSuoModulo() {
    assertThat(sezioni().filter(s -> !s.compiti().isEmpty()))
        .allSatisfy(
            s -> {
              assertThat(s.testo()).as(s.titolo()).hasSizeGreaterThan(100);
              assertThat(s.html())
                  .as(s.titolo())
                  .contains("/manuale/immagini/" + s.compiti().get(0) + ".png");
              assertThat(manuale.immagine(s.compiti().get(0) + ".png")).as(s.titolo()).isPresent();
            });
  }

  @Test
  void ogniImmagineMostrataCe() {
    var mostrate =
        manuale.capitoli().stream()
            .flatMap(
                c ->
                    Stream.concat(
                        Stream.of(c.introduzione()), c.sezioni().stream().map(Sezione::html)))
            .flatMap(html -> Jsoup.parse(html).select("img").eachAttr("src").stream())
            .map(src -> src.replace("/manuale/immagini/", ""))
            .toList();

    assertThat(mostrate)
        .hasSizeGreaterThan(50)
        .allSatisfy(nome -> assertThat(manuale.immagine(nome)).as(nome).isPresent());
  }

  @Test
  void nessunaImmagineAvanza() throws IOException {
    try (var immagini = Files.list(Path.of("src/docs/manuale/immagini"))) {
      var mostrate = sezioni().map(Sezione::html).collect(Collectors.joining());
      assertThat(immagini.map(i -> i.getFileName().toString()).filter(n -> n.endsWith(".png")))
          .isNotEmpty()
          .allSatisfy(nome -> assertThat(mostrate).contains(nome));
    }
  }

  @Test
  void leAncoreSonoUnicheEICollegamentiInterniPortanoDaQualcheParte() {
    assertThat(sezioni().map(Sezione::indirizzo)).doesNotHaveDuplicates();
    var indirizzi = sezioni().map(Sezione::indirizzo).collect(Collectors.toSet());
    for (var sezione : sezioni().toList()) {
      assertThat(
              Jsoup.parse(sezione.html()).select("a[href^=/manuale/]").eachAttr("href").stream()
                  .filter(href -> !href.startsWith("/manuale/immagini/")))
          .as(sezione.titolo())
          .isSubsetOf(indirizzi);
    }
  }

  /** The table of the lists in the first chapter, against the lists that are really created. */
  @Test
  void gliElenchiSpiegatiSonoQuelliDiTasklist() throws IOException {
    var dichiarati = new ArrayList<String>();
    try (var ruoli = new ClassPathResource("accesso/ruoli.yaml").getInputStream()) {
      Map<String, List<Map<String, ?>>> radice = new Yaml().load(ruoli);
      radice.get("filtri").forEach(filtro -> dichiarati.add((String) filtro.get("nome")));
    }
    var testo = Files.readString(Path.of("src/docs/manuale/00-per-cominciare.md"));
    var spiegati =
        ELENCO_DI_TASKLIST
            .matcher(testo)
            .results()
            .map(r -> r.group(1).strip())
            .filter(nome -> !nome.equals("Elenco"))
            .toList();

    // the lists by phase share one line
    assertThat(String.join(", ", spiegati))
        .contains(dichiarati.stream().map(nome -> nome.replaceFirst(" – .*", "")).toList());
  }

  @Test
  void laRicercaNonBadaAMaiuscoleEAccenti() {
    assertThat(manuale.cerca("ammissibilita"))
        .first()
        .extracting(Trovata::sezione)
        .extracting(Sezione::compiti)
        .isEqualTo(List.of("UserTask_ValutareAmmissibilita"));
    assertThat(manuale.cerca("SOCCORSO istruttorio")).hasSizeGreaterThan(1);
    assertThat(manuale.cerca("parolachenoncesicuramente")).isEmpty();
    assertThat(manuale.cerca("<zzz> '")).isEmpty();
    assertThat(manuale.cerca("  ")).isEmpty();
  }

  @Test
  void iCapitoliSonoInOrdineEHannoTitoloEIntroduzione() {
    assertThat(manuale.capitoli())
        .extracting(Capitolo::id)
        .startsWith("per-cominciare", "ufficio-di-piano", "rup")
        .endsWith("amministratore", "enti-del-terzo-settore");
    assertThat(manuale.capitoli())
        .allSatisfy(
            c -> {
              assertThat(c.titolo()).isNotBlank();
              assertThat(c.introduzione()).contains("<p>");
              assertThat(c.sezioni()).isNotEmpty();
            });
  }

  private Stream<Sezione> sezioni() {
    return manuale.capitoli().stream().flatMap(c -> c.sezioni().stream());
  }

  private static Set<String> daSpiegare() throws IOException {
    try (var modelli = Files.walk(Path.of("bpmn"))) {
      return modelli
          .filter(p -> p.toString().endsWith(".bpmn") && !p.toString().contains("node_modules"))
          .map(p -> Bpmn.readModelFromFile(p.toFile()))
          .flatMap(ManualeTest::daSpiegare)
          .collect(Collectors.toSet());
    }
  }

  private static Stream<String> daSpiegare(BpmnModelInstance modello) {
    var avvii =
        modello.getModelElementsByType(StartEvent.class).stream()
            .filter(avvio -> avvio.getCamundaFormRef() != null)
            .map(avvio -> ((Process) avvio.getParentElement()).getId());
    return Stream.concat(
        avvii, modello.getModelElementsByType(UserTask.class).stream().map(UserTask::getId));
  }
}
