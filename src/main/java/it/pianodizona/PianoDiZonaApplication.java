package it.pianodizona;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the application: the embedded engine, the web pages and the mail worker in one process. A
 * first argument that names one of the {@link Comandi} runs that instead.
 */
@SpringBootApplication
public class PianoDiZonaApplication {

  public static void main(String[] args) {
    if (Comandi.richiesto(args)) {
      System.exit(Comandi.esegui(args, System.out, System.err));
    }
    SpringApplication.run(PianoDiZonaApplication.class, args);
  }
}
