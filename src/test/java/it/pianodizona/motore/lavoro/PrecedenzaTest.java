package it.pianodizona.motore.lavoro;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PrecedenzaTest {

  private static final int FOLLA = 4 * Runtime.getRuntime().availableProcessors() + 1;

  private final Precedenza precedenza = new Precedenza();
  private final CountDownLatch serviti = new CountDownLatch(1);
  private final List<Thread> fili = new ArrayList<>();

  @AfterEach
  void tuttiACasa() throws InterruptedException {
    serviti.countDown();
    for (var filo : fili) {
      filo.join();
    }
  }

  @Test
  void ilLavoroDiSottofondoAspettaCheLaFollaSiaServita() throws InterruptedException {
    arrivano(FOLLA);
    var fatto = new CountDownLatch(1);
    sottofondo(fatto::countDown);

    assertThat(fatto.await(200, TimeUnit.MILLISECONDS)).isFalse();
    serviti.countDown();
    assertThat(fatto.await(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void ilMotoreCercaLavoriDopoLaFollaETuttoIlRestoLoFaSubito() throws InterruptedException {
    arrivano(FOLLA);
    var fatti = new LinkedBlockingQueue<Command<?>>();
    var primaDiCercare = precedenza.primaDiCercareLavori();
    primaDiCercare.setNext(annota(fatti));
    var cerca = new AcquireJobsCmd(new DefaultJobExecutor());
    Command<Void> altro = contesto -> null;

    avvia(() -> primaDiCercare.execute(cerca));
    primaDiCercare.execute(altro);
    assertThat(fatti.poll(200, TimeUnit.MILLISECONDS)).isSameAs(altro);
    assertThat(fatti.poll(200, TimeUnit.MILLISECONDS)).isNull();
    serviti.countDown();
    assertThat(fatti.poll(1, TimeUnit.MINUTES)).isSameAs(cerca);
  }

  private static CommandInterceptor annota(Queue<Command<?>> fatti) {
    return new CommandInterceptor() {
      @Override
      public <T> T execute(Command<T> comando) {
        fatti.add(comando);
        return null;
      }
    };
  }

  @Test
  void conPochePersoneNonAspettaNessuno() throws InterruptedException {
    arrivano(FOLLA - 1);
    var fatto = new AtomicBoolean();
    precedenza.decorate(() -> fatto.set(true)).run();
    assertThat(fatto).isTrue();
  }

  @Test
  void unaFollaCheNonFinisceNonLoFermaPerSempre() throws InterruptedException {
    arrivano(FOLLA);
    var fatto = new CountDownLatch(1);
    sottofondo(fatto::countDown);
    assertThat(fatto.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(serviti.getCount()).isEqualTo(1);
  }

  private void sottofondo(Runnable lavoro) {
    avvia(precedenza.decorate(lavoro));
  }

  private void arrivano(int quanti) throws InterruptedException {
    var dentro = new CountDownLatch(quanti);
    FilterChain servizio =
        (richiesta, risposta) -> {
          dentro.countDown();
          try {
            serviti.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    for (int i = 0; i < quanti; i++) {
      avvia(() -> entra(servizio));
    }
    dentro.await();
  }

  private void entra(FilterChain servizio) {
    try {
      precedenza.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), servizio);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void avvia(Runnable compito) {
    var filo = new Thread(compito);
    fili.add(filo);
    filo.start();
  }
}
