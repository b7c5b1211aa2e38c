package it.pianodizona.giro;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Clip;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import it.pianodizona.PercorsoCompleto;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Triennio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Takes the pictures of the manual: every form as the person who fills it in finds it, in a real
 * browser, while the life of a plan goes by. The build compares what each picture <em>says</em>
 * with what the committed one said, never the pixels: fonts and browsers differ, words must not.
 * When they differ, {@code ./mvnw test -Dtest=FotografieDelManualeTest -Dmanuale.aggiorna=true}
 * takes the committed pictures again.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:manuale;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE",
      "camunda.bpm.job-execution.enabled=false",
      "pianodizona.posta.attiva=false",
      "pianodizona.dimostrazione.attiva=false"
    })
@DirtiesContext
class FotografieDelManualeTest extends PercorsoCompleto {

  private static final boolean AGGIORNA = Boolean.getBoolean("manuale.aggiorna");
  private static final Path COMMESSE = Path.of("src/docs/manuale/immagini");
  private static final Path IMPRONTE = COMMESSE.resolve("impronte.txt");
  private static final Path NUOVE = Path.of("target/manuale");
  private static final int LARGHEZZA = 1440;
  private static final int ALTEZZA_MASSIMA = 1500;
  private static final int ALTEZZA_DELLA_FINESTRA = 900;

  /** Below a form: its buttons, and the foot of the page. */
  private static final int BOTTONI = 72;

  private static final int PIEDE = 34;

  @LocalServerPort private int porta;

  private final Map<String, Tasklist> persone = new HashMap<>();
  private final Set<String> moduli = new HashSet<>();
  private final Map<String, String> impronte = new TreeMap<>();
  private Finestre finestre;
  private int anno = 2028;

  FotografieDelManualeTest() {
    super("2025-2027");
  }

  @Test
  void ogniModuloHaLaSuaFotografiaCheDiceAncoraIlVero() throws IOException {
    ProcessEngines.registerProcessEngine(motore);
    Files.createDirectories(NUOVE);
    finestre = new Finestre("http://127.0.0.1:" + porta, NUOVE.resolve("altre"));
    try {
      ilPianoArrivaInFondoETuttoIlRestoSuccede();
    } finally {
      finestre.close();
    }

    assertThat(moduli).as("moduli fotografati").isEqualTo(moduliNelRepository());
    if (AGGIORNA) {
      sostituisci();
    }
    var prima = impronteCommesse();
    assertThat(impronte)
        .as(
            "Le fotografie del manuale non dicono più quello che si vede nell'applicazione. Per"
                + " rifarle: ./mvnw test -Dtest=FotografieDelManualeTest -Dmanuale.aggiorna=true,"
                + " poi rileggere le sezioni dei compiti cambiati. Quelle nuove sono in "
                + NUOVE)
        .isEqualTo(prima);
    for (var nome : prima.keySet()) {
      assertThat(COMMESSE.resolve(nome + ".png")).exists();
    }
  }

  /** Other trienni than those of the other tests: theirs are of another century. */
  @Override
  protected RiferimentoPiano piano(String schemaPremialita) {
    var triennio = anno + "-" + (anno + 2);
    anno += 3;
    piani.registra(
        Triennio.di(
            triennio, "DGR XII/2167 del 15/04/2024", LocalDate.of(2024, 12, 10), schemaPremialita));
    return piani.avvia(triennio, List.of(AMBITO)).get(0);
  }

  @Override
  protected void completa(Task compito, Map<String, ?> dati) {
    if (!impronte.containsKey(compito.getTaskDefinitionKey())) {
      var chi = chiPuo(compito);
      if (compito.getTaskDefinitionKey().equals("UserTask_IstruireDomanda")) {
        fotografaLElenco("Elenco", tasklist(chi));
      }
      motore.getTaskService().setAssignee(compito.getId(), chi);
      var tasklist = tasklist(chi);
      tasklist.vaiAlCompito(compito.getId(), compito.getName());
      fotografa(
          compito.getTaskDefinitionKey(),
          tasklist,
          tasklist.pagina().locator("[cam-tasklist-task]"));
      motore.getTaskService().setAssignee(compito.getId(), null);
      moduli.add(
          motore.getFormService().getTaskFormData(compito.getId()).getCamundaFormRef().getKey());
    }
    super.completa(compito, dati);
  }

  @Override
  protected void avviaDalModulo(String processo, Map<String, ?> dati) {
    if (!impronte.containsKey(processo)) {
      var definizione = motore.getRepositoryService().getProcessDefinition(definizione(processo));
      var tasklist = tasklist(chiPuoAvviare(processo));
      tasklist.avvia(definizione.getName());
      fotografa(processo, tasklist, tasklist.pagina().locator(".modal-content"));
      moduli.add(
          motore
              .getFormService()
              .getStartFormData(definizione.getId())
              .getCamundaFormRef()
              .getKey());
    }
    super.avviaDalModulo(processo, dati);
  }

  private Tasklist tasklist(String utente) {
    var tasklist = persone.computeIfAbsent(utente, u -> new Tasklist(finestre.di(u), u));
    // what is "late" on the page is late on the day of the story
    tasklist.pagina().clock().setFixedTime(ClockUtil.now());
    return tasklist;
  }

  private void fotografa(String nome, Tasklist tasklist, Locator dove) {
    var pagina = tasklist.pagina();
    var testo = dove.locator(".fjs-container").innerText();
    impronte.put(nome, impronta(testo));
    pagina.setViewportSize(LARGHEZZA, ALTEZZA_MASSIMA);
    pagina.evaluate("document.activeElement && document.activeElement.blur()");
    var riquadro = dove.boundingBox();
    var fine = dove.locator(".fjs-container").last().boundingBox();
    double sotto = Math.min(ALTEZZA_MASSIMA - PIEDE, fine.y + fine.height + BOTTONI);
    scatta(nome, pagina, new Clip(riquadro.x, riquadro.y, riquadro.width, sotto - riquadro.y));
  }

  /** The whole window of somebody with several tasks to do. */
  private void fotografaLElenco(String nome, Tasklist tasklist) {
    var pagina = tasklist.pagina();
    impronte.put(nome, impronta(String.join(" ", tasklist.elenchi())));
    pagina.setViewportSize(LARGHEZZA, ALTEZZA_DELLA_FINESTRA);
    pagina.locator("li.task .pdz-piano").first().waitFor();
    pagina.locator("li.task h4 a").first().click();
    pagina.locator("[cam-tasklist-task] .fjs-form-field").first().waitFor();
    pagina.getByText("Come si fa").first().waitFor();
    scatta(nome, pagina, new Clip(0, 0, LARGHEZZA, ALTEZZA_DELLA_FINESTRA));
  }

  private static void scatta(String nome, Page pagina, Clip riquadro) {
    pagina.mouse().move(0, 0);
    var immagine =
        pagina.screenshot(
            new Page.ScreenshotOptions()
                .setClip(riquadro)
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setCaret(ScreenshotCaret.HIDE));
    scrivi(NUOVE.resolve(nome + ".png"), Tavolozza.riduci(immagine));
  }

  /**
   * Of the words: what changes from run to run (numbers, and the fingerprints of documents) is left
   * out.
   */
  private static String impronta(String testo) {
    var parole =
        testo
            .replaceAll("\\b(?=[a-f]*\\d)[0-9a-f]{8,}", "0")
            .replaceAll("\\d+", "0")
            .replaceAll("\\s+", " ")
            .strip();
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(parole.getBytes(StandardCharsets.UTF_8)))
          .substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> impronteCommesse() throws IOException {
    return Files.readAllLines(IMPRONTE).stream()
        .map(riga -> riga.split(" "))
        .collect(Collectors.toMap(r -> r[0], r -> r[1], (a, b) -> a, TreeMap::new));
  }

  private void sostituisci() throws IOException {
    try (var vecchie = Files.list(COMMESSE)) {
      for (var vecchia : vecchie.toList()) {
        Files.delete(vecchia);
      }
    }
    for (var nome : impronte.keySet()) {
      Files.copy(NUOVE.resolve(nome + ".png"), COMMESSE.resolve(nome + ".png"));
    }
    Files.writeString(
        IMPRONTE,
        impronte.entrySet().stream()
            .map(i -> i.getKey() + " " + i.getValue() + "\n")
            .collect(Collectors.joining()));
  }

  private static void scrivi(Path file, byte[] contenuto) {
    try {
      Files.write(file, contenuto);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
