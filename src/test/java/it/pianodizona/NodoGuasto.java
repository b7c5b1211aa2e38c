package it.pianodizona;

import java.util.Scanner;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The application on a machine whose clock goes wrong: seconds are read from standard input. */
public final class NodoGuasto {

  private NodoGuasto() {}

  public static void main(String[] argomenti) {
    var ascolto =
        new Thread(
            () -> {
              var righe = new Scanner(System.in);
              while (righe.hasNextLong()) {
                ClockUtil.offset(righe.nextLong() * 1000);
              }
            });
    ascolto.setDaemon(true);
    ascolto.start();
    PianoDiZonaApplication.main(argomenti);
  }
}
