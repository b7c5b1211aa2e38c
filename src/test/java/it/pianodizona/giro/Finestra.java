package it.pianodizona.giro;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One person's browser window: every page shown in it must be in correct Italian. */
public final class Finestra {

  /** How Camunda's own labels look when their translation is missing. */
  private static final Pattern ETICHETTA_GREZZA = Pattern.compile("\\b[A-Z]{2,}(?:_[A-Z0-9]+)+\\b");

  private static final Pattern INGLESE =
      Pattern.compile(
          "\\b(?:Field (?:is|must)|Value is|Select|Search|Complete|Claim|Unclaim|Save|Cancel|Close"
              + "|Add new|Remove|Loading|Start process|Create task|Nothing to show|No results"
              + "|Due date|Follow-up|Comment|History|Diagram|Filter|Sign out|Username|Password is"
              + "|Error|Not found|Bad request|does not have|Rule order|Decision name|Input label"
              + "|Boolean|When|Then|true|false)\\b");

  /** All that a person can read, with what a screen reader would say of fields and buttons. */
  private static final String TUTTO_IL_LEGGIBILE =
      """
      () => {
        const visibile = e => e.checkVisibility({opacityProperty: true, visibilityProperty: true});
        const testi = [document.title];
        const nodi = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (nodi.nextNode()) {
          const genitore = nodi.currentNode.parentElement;
          const testo = nodi.currentNode.data.trim();
          if (testo && !genitore.closest('script, style, template') && visibile(genitore)) {
            testi.push(testo);
          }
        }
        for (const nome of ['placeholder', 'title', 'aria-label', 'alt']) {
          for (const e of document.querySelectorAll(`[${nome}]`)) {
            if (visibile(e)) {
              testi.push(e.getAttribute(nome));
            }
          }
        }
        return testi.join('\\n');
      }""";

  private final BrowserContext profilo;
  private final Page pagina;
  private final String indirizzo;
  private final Function<String, Path> fotografie;
  private final List<String> errori = new ArrayList<>();

  Finestra(BrowserContext profilo, String indirizzo, Function<String, Path> fotografie) {
    this.profilo = profilo;
    this.indirizzo = indirizzo;
    this.fotografie = fotografie;
    profilo.setDefaultTimeout(30_000);
    pagina = profilo.newPage();
    pagina.onConsoleMessage(this::annota);
    pagina.onPageError(errori::add);
  }

  public Page pagina() {
    return pagina;
  }

  public void vai(String percorso) {
    pagina.navigate(indirizzo + percorso);
  }

  /** Checks the page as it is now and keeps a picture of it. */
  public void guarda(String nome) {
    fotografa(nome);
    controlla(nome);
  }

  void controlla(String nome) {
    assertThat(pagina.evaluate("document.documentElement.lang"))
        .as("lingua della pagina «%s»", nome)
        .isEqualTo("it");
    var testo = (String) pagina.evaluate(TUTTO_IL_LEGGIBILE);
    assertThat(trovati(ETICHETTA_GREZZA, testo)).as("etichette grezze in «%s»", nome).isEmpty();
    assertThat(trovati(INGLESE, testo)).as("parole inglesi in «%s»", nome).isEmpty();
    assertThat(errori).as("errori JavaScript in «%s»", nome).isEmpty();
  }

  void fotografa(String nome) {
    pagina.screenshot(new Page.ScreenshotOptions().setPath(fotografie.apply(nome)));
  }

  /** Forgets the one console line that Chromium writes when the server refuses a request. */
  public void perdonaIlRifiuto() {
    errori.removeIf(errore -> errore.contains("status of 4"));
  }

  void chiudi() {
    assertThat(errori).as("errori JavaScript").isEmpty();
    profilo.close();
  }

  private void annota(ConsoleMessage messaggio) {
    // Tasklist asks who is logged in before the login, and gets 404
    var primaDellAccesso = messaggio.location().contains("/api/admin/auth/user/default");
    // outside the demonstration there is no clock to follow
    var senzaOrologio = messaggio.location().contains("/api/demo/orologio");
    if (messaggio.type().equals("error") && !primaDellAccesso && !senzaOrologio) {
      errori.add(messaggio.text() + " " + messaggio.location());
    }
  }

  private static List<String> trovati(Pattern forma, String testo) {
    return testo.lines().filter(riga -> forma.matcher(riga).find()).distinct().toList();
  }
}
