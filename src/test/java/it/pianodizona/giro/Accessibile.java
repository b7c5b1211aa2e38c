package it.pianodizona.giro;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.Set;

/** The engine's web applications under axe-core: no serious or critical violation, no exception. */
public final class Accessibile {

  private static final Set<String> GRAVI = Set.of("serious", "critical");

  private Accessibile() {}

  /** Checks the page as it is now. */
  public static void esamina(Page pagina, String nome) {
    assertThat(
            new AxeBuilder(pagina)
                .analyze().getViolations().stream()
                    .filter(violazione -> GRAVI.contains(violazione.getImpact()))
                    .flatMap(
                        violazione ->
                            violazione.getNodes().stream()
                                .map(nodo -> violazione.getId() + " " + nodo.getHtml())))
        .as("violazioni gravi in «%s»", nome)
        .isEmpty();
  }
}
