package it.pianodizona.giro;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real browser, with one separate profile per person as if each had a computer of their own. */
public final class Finestre implements AutoCloseable {

  /** The one that never draws a window comes first: it takes less of the processor. */
  private static final List<String> NOMI_DEL_BROWSER =
      List.of("chromium-headless-shell", "chromium", "chromium-browser");

  private static final List<String> OPZIONI =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final String indirizzo;
  private final Path galleria;
  private final Playwright playwright;
  private final Browser browser;
  private final Map<String, Finestra> aperte = new LinkedHashMap<>();
  private int fotografie;

  /**
   * @param indirizzo where the application answers, without final slash
   * @param galleria folder for the screenshots
   */
  public Finestre(String indirizzo, Path galleria) {
    this.indirizzo = indirizzo;
    this.galleria = galleria;
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(eseguibile()).setArgs(OPZIONI));
  }

  /** The window of a person; the same at every call. */
  public Finestra di(String chi) {
    return aperte.computeIfAbsent(
        chi,
        nuovo ->
            new Finestra(
                browser.newContext(
                    new Browser.NewContextOptions()
                        .setViewportSize(1440, 1000)
                        .setLocale("it-IT")
                        .setTimezoneId("Europe/Rome")),
                indirizzo,
                this::prossimaFotografia));
  }

  /** Closes the window of a person who has finished. */
  void chiudi(String chi) {
    var finestra = aperte.remove(chi);
    if (finestra != null) {
      finestra.chiudi();
    }
  }

  /** Closes the window of a person, whatever the page said on the way. */
  void abbandona(String chi) {
    var finestra = aperte.remove(chi);
    if (finestra != null) {
      finestra.pagina().context().close();
    }
  }

  /** What everybody had before their eyes when something went wrong. */
  void fotografaTutte(String nome) {
    aperte.forEach((chi, finestra) -> finestra.fotografa(nome + " " + chi));
  }

  @Override
  public void close() {
    playwright.close();
  }

  private Path prossimaFotografia(String nome) {
    fotografie++;
    return galleria.resolve(
        "%02d-%s.png".formatted(fotografie, nome.replaceAll("[^\\p{L}\\p{N}]+", "-")));
  }

  private static Path eseguibile() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(cartella -> NOMI_DEL_BROWSER.stream().map(nome -> Path.of(cartella, nome)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "The tests that walk the pages need Chromium: install it (apt-get install"
                        + " chromium-headless-shell) so that one of these is on the PATH: "
                        + String.join(", ", NOMI_DEL_BROWSER)));
  }
}
