package it.pianodizona.giro;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The engine's web applications under axe-core: no serious or critical violation but those of the
 * engine's own markup that no style and no script of ours can mend. Those are listed here, and said
 * to everybody on the page {@code /accessibilita}.
 */
public final class Accessibile {

  private static final Set<String> GRAVI = Set.of("serious", "critical");

  /**
   * @param regola of axe-core
   * @param html what the element looks like
   * @param perche why it stays
   */
  private record Eccezione(String regola, Pattern html, String perche) {
    Eccezione(String regola, String html, String perche) {
      this(regola, Pattern.compile(html), perche);
    }
  }

  private static final List<Eccezione> ECCEZIONI =
      List.of(
          new Eccezione(
              "svg-img-alt",
              "(?s)<svg.*",
              "diagrams are drawn without a text; the manual tells the same steps in words"),
          new Eccezione(
              "scrollable-region-focusable",
              "(?s).*(djs-container|bjs-|tjs-).*",
              "diagrams and decision tables take the mouse; the manual tells the same in words"));

  private Accessibile() {}

  /** Checks the page as it is now. */
  public static void esamina(Page pagina, String nome) {
    var difetti = new ArrayList<String>();
    for (Rule violazione : new AxeBuilder(pagina).analyze().getViolations()) {
      if (GRAVI.contains(violazione.getImpact())) {
        for (CheckedNode nodo : violazione.getNodes()) {
          if (!accettata(violazione.getId(), nodo.getHtml())) {
            difetti.add(violazione.getId() + " " + nodo.getHtml());
          }
        }
      }
    }
    assertThat(difetti).as("violazioni gravi in «%s»", nome).isEmpty();
  }

  private static boolean accettata(String regola, String html) {
    return ECCEZIONI.stream()
        .anyMatch(e -> e.regola().equals(regola) && e.html().matcher(html).matches());
  }
}
