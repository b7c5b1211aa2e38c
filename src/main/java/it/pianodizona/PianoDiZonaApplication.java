package it.pianodizona;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the application: the embedded engine, the web pages and the mail worker in one process.
 */
@SpringBootApplication
public class PianoDiZonaApplication {

  public static void main(String[] args) {
    SpringApplication.run(PianoDiZonaApplication.class, args);
  }
}
