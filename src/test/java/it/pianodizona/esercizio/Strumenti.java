package it.pianodizona.esercizio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of the system that check what is theirs: nginx, promtool. */
final class Strumenti {

  private Strumenti() {}

  /** Skips the test where the program is not; in CI it must be there. */
  static void serve(String programma) {
    boolean presente =
        Arrays.stream((System.getenv("PATH") + ":/usr/sbin").split(":"))
            .anyMatch(cartella -> Files.isExecutable(Path.of(cartella, programma)));
    if ("true".equals(System.getenv("CI"))) {
      assertThat(presente).as("%s, che .ci/run installa", programma).isTrue();
    }
    assumeTrue(presente, programma + " non è installato");
  }

  /**
   * @return what it wrote
   * @throws IllegalStateException with what it wrote, when it did not end well
   */
  static String esegui(List<String> comando, String ingresso)
      throws IOException, InterruptedException {
    var costruttore = new ProcessBuilder(comando).redirectErrorStream(true);
    costruttore.environment().merge("PATH", "/usr/sbin", (prima, altra) -> prima + ":" + altra);
    var processo = costruttore.start();
    processo.getOutputStream().write(ingresso.getBytes(StandardCharsets.UTF_8));
    processo.getOutputStream().close();
    var testo = new String(processo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(processo.waitFor(60, TimeUnit.SECONDS)).isTrue();
    if (processo.exitValue() != 0) {
      throw new IllegalStateException(comando.get(0) + ": " + testo);
    }
    return testo;
  }
}
