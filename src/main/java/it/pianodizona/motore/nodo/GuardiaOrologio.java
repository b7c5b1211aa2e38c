package it.pianodizona.motore.nodo;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A node whose clock is not the database's neither closes a term early nor takes a domanda late: it
 * stops its jobs, refuses what would be written and says so in its health, until the clock is right
 * again. Between two looks at the database a jump of the clock is found out by comparing it with
 * the time that really went by.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class GuardiaOrologio extends OncePerRequestFilter
    implements HealthIndicator, MeterBinder {

  private static final Logger LOG = LoggerFactory.getLogger(GuardiaOrologio.class);

  private static final Set<String> LEGGONO =
      Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());

  private static final String RIPROVA_FRA_SECONDI = "30";

  private final ProcessEngineConfigurationImpl motore;
  private final JdbcClient jdbc;
  private final PassaggioDelLavoro passaggio;
  private final ObjectProvider<ThreadPoolTaskExecutor> fili;
  private final long tolleranza;

  private volatile Confronto ultimo;
  private volatile boolean ferma;

  /**
   * A look at the database's clock.
   *
   * @param scarto how much later it was here than there, milliseconds
   * @param qui this node's clock, milliseconds
   * @param trascorso time that really went by, nanoseconds
   */
  private record Confronto(long scarto, long qui, long trascorso) {

    /** How far from the database's this node's clock is now, as far as can be told from here. */
    long scartoAdesso() {
      long atteso = qui + (System.nanoTime() - trascorso) / 1_000_000;
      return scarto + ClockUtil.now().getTime() - atteso;
    }
  }

  GuardiaOrologio(
      ProcessEngine motore,
      JdbcClient jdbc,
      PassaggioDelLavoro passaggio,
      ObjectProvider<ThreadPoolTaskExecutor> fili,
      Duration tolleranza) {
    this.motore = (ProcessEngineConfigurationImpl) motore.getProcessEngineConfiguration();
    this.jdbc = jdbc;
    this.passaggio = passaggio;
    this.fili = fili;
    this.tolleranza = tolleranza.toMillis();
  }

  /** Whether this node's clock is the database's, within the tolerance. */
  public boolean affidabile() {
    var visto = ultimo;
    return visto == null || Math.abs(visto.scartoAdesso()) <= tolleranza;
  }

  @Scheduled(fixedDelayString = "${pianodizona.orologio.intervallo:5s}")
  void controlla() {
    try {
      ultimo = confronta();
    } catch (DataAccessException e) {
      LOG.warn("Orologio non confrontato con quello del database: {}", e.getMessage());
    }
    if (affidabile()) {
      riprendi();
    } else {
      fermaILavori();
    }
  }

  private Confronto confronta() {
    long prima = System.nanoTime();
    var la = jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
    long dopo = System.nanoTime();
    long qui = ClockUtil.now().getTime();
    long nelMezzo = (dopo - prima) / 2_000_000;
    return new Confronto(qui - nelMezzo - la.toInstant().toEpochMilli(), qui, dopo);
  }

  private void fermaILavori() {
    if (!ferma) {
      ferma = true;
      LOG.error(
          "L'orologio di questo nodo è spostato di {} secondi rispetto al database: lavori fermi",
          ultimo.scartoAdesso() / 1000);
      motore.getJobExecutor().shutdown();
    }
    // what was reserved by the wrong clock may stay reserved for long
    if (fili.stream().allMatch(f -> f.getActiveCount() == 0)) {
      passaggio.restituisci();
    }
  }

  private void riprendi() {
    if (ferma) {
      ferma = false;
      LOG.info("L'orologio di questo nodo è di nuovo giusto: i lavori riprendono");
      motore.getJobExecutor().start();
    }
  }

  @Override
  public Health health() {
    var visto = ultimo;
    var salute = affidabile() ? Health.up() : Health.down();
    return visto == null
        ? salute.build()
        : salute
            .withDetail("scartoMillisecondi", visto.scartoAdesso())
            .withDetail("tolleranzaMillisecondi", tolleranza)
            .build();
  }

  @Override
  public void bindTo(MeterRegistry registro) {
    Gauge.builder(
            "pianodizona.orologio.scarto",
            this,
            io -> io.ultimo == null ? 0 : io.ultimo.scartoAdesso() / 1000.0)
        .description("Anticipo dell'orologio del nodo su quello del database")
        .baseUnit("seconds")
        .register(registro);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest richiesta, HttpServletResponse risposta, FilterChain catena)
      throws ServletException, IOException {
    if (affidabile() || LEGGONO.contains(richiesta.getMethod())) {
      catena.doFilter(richiesta, risposta);
    } else {
      risposta.setHeader(HttpHeaders.RETRY_AFTER, RIPROVA_FRA_SECONDI);
      risposta.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
  }
}
