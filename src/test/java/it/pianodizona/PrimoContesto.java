package it.pianodizona;

import org.camunda.bpm.spring.boot.starter.webapp.filter.LazyInitRegistration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Lets each application of a test JVM start as if it were the first: the filters of Camunda's web
 * applications remember statically the one started before, which may have failed or be closed.
 */
public class PrimoContesto
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext contesto) {
    new LazyInitRegistration().setApplicationContext(null);
  }
}
