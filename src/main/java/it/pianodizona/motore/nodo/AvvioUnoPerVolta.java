package it.pianodizona.motore.nodo;

import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Nodes on one database start one after the other: from the first connection to the database until
 * everything that is done at start-up is done, a node holds a lock. Our migrations and the engine's
 * deployments have locks of their own; the engine's creation and upgrade of its tables has none,
 * and on an empty database two nodes would both do it.
 *
 * <p>The node that waits says so in its log.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class AvvioUnoPerVolta
    implements BeanPostProcessor,
        EnvironmentAware,
        ApplicationListener<ApplicationReadyEvent>,
        DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(AvvioUnoPerVolta.class);
  private static final String AVVIO = "avvio";

  private Duration attesa;
  private Serratura.Presa presa;

  @Override
  public void setEnvironment(Environment ambiente) {
    attesa =
        ambiente.getProperty("pianodizona.avvio.attesa", Duration.class, Duration.ofMinutes(5));
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String nome) {
    if (bean instanceof DataSource archivio && presa == null) {
      presa = Serratura.prendi(archivio, AVVIO, Duration.ZERO);
      if (!presa.nostra()) {
        LOG.info("Un altro nodo si sta avviando su questo database: si aspetta che abbia finito");
        presa.close();
        presa = Serratura.prendi(archivio, AVVIO, attesa);
      }
      if (!presa.nostra()) {
        presa.close();
        throw new IllegalStateException(
            "Un altro nodo si sta avviando su questo database da più di %d secondi: si guardi che"
                    .formatted(attesa.toSeconds())
                + " cosa lo ferma, poi si riavvii questo");
      }
    }
    return bean;
  }

  /** After every other listener of this event: what they do at start-up is done. */
  @Override
  public void onApplicationEvent(ApplicationReadyEvent pronta) {
    destroy();
  }

  @Override
  public void destroy() {
    if (presa != null) {
      presa.close();
    }
  }
}
