package it.pianodizona.motore.lavoro;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.TaskDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever stands at the counter goes first: when many requests arrive together, as in the last
 * minute of a notice, jobs, mails and prints that have not begun yet wait. They wait {@link #PAUSA}
 * at most in every {@link #INTERVALLO}, so that a crowd that never ends does not stop them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class Precedenza extends OncePerRequestFilter implements TaskDecorator {

  /** Longest that background work gives way. */
  static final Duration PAUSA = Duration.ofSeconds(5);

  /** Time between the beginnings of two waits. */
  static final Duration INTERVALLO = Duration.ofSeconds(30);

  private static final int POCHI = 4 * Runtime.getRuntime().availableProcessors();
  private static final Duration PASSO = Duration.ofMillis(20);

  private final AtomicInteger presenti = new AtomicInteger();
  private final AtomicLong inizio = new AtomicLong(System.nanoTime() - INTERVALLO.toNanos());

  @Override
  protected void doFilterInternal(
      HttpServletRequest richiesta, HttpServletResponse risposta, FilterChain catena)
      throws ServletException, IOException {
    entra();
    try {
      catena.doFilter(richiesta, risposta);
    } finally {
      presenti.decrementAndGet();
    }
  }

  private void entra() {
    if (presenti.incrementAndGet() > POCHI) {
      long adesso = System.nanoTime();
      long ultimo = inizio.get();
      if (adesso - ultimo >= INTERVALLO.toNanos()) {
        inizio.compareAndSet(ultimo, adesso);
      }
    }
  }

  /** Before the engine looks for jobs, which in a crowd it would do after each request. */
  public CommandInterceptor primaDiCercareLavori() {
    return new CommandInterceptor() {
      @Override
      public <T> T execute(Command<T> comando) {
        if (comando instanceof AcquireJobsCmd) {
          aspetta();
        }
        return next.execute(comando);
      }
    };
  }

  /** The same work, begun when it is its turn. */
  @Override
  public Runnable decorate(Runnable lavoro) {
    return () -> {
      aspetta();
      lavoro.run();
    };
  }

  private void aspetta() {
    try {
      while (presenti.get() > POCHI && System.nanoTime() - inizio.get() < PAUSA.toNanos()) {
        Thread.sleep(PASSO.toMillis());
      }
    } catch (InterruptedException e) {
      // the application is stopping: the work decides by itself what to do
      Thread.currentThread().interrupt();
    }
  }
}
