package it.pianodizona.portale.web;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartHttpServletRequest;

class PlicoFilterTest {

  private static final String MULTIPART = "multipart/form-data; boundary=";

  private final MultipartProperties limiti = new MultipartProperties();

  @Test
  void iModuliPiccoliAspettanoInMemoriaFincheCEPosto() throws Exception {
    limiti.setFileSizeThreshold(DataSize.ofKilobytes(10));
    var filtro = new PlicoFilter(limiti, 15, 2);
    var primo = modulo(9000);
    var insieme = new AtomicReference<FileDelPlico>();

    var file = ricevi(filtro, primo, () -> insieme.set(ricevi(filtro, modulo(9000), () -> {})));

    assertThat(file.suDisco()).isNull();
    assertThat(insieme.get().suDisco()).as("il posto era di un altro").isNotNull();
    assertThat(insieme.get().suDisco()).as("la richiesta è finita").doesNotExist();
    assertThat(ricevi(filtro, modulo(9000), () -> {}).suDisco()).as("di nuovo libero").isNull();
    assertThat(ricevi(filtro, modulo(11_000), () -> {}).suDisco()).as("troppo lungo").isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"c", "\"c\"", "c; charset=UTF-8"})
  void ilConfineSiLeggeComunqueSiaScritto(String confine) throws Exception {
    var richiesta = modulo(10);
    richiesta.setContentType(MULTIPART + confine);
    assertThat(ricevi(new PlicoFilter(limiti, 1, 2), richiesta, () -> {}).nome())
        .isEqualTo("a.pdf");
  }

  @Test
  void senzaConfineNonEUnModulo() throws Exception {
    var richiesta = modulo(10);
    richiesta.setContentType("multipart/form-data");
    var risposta = new MockHttpServletResponse();

    new PlicoFilter(limiti, 1, 2)
        .doFilter(
            richiesta,
            risposta,
            (r, s) -> {
              throw new AssertionError("letto");
            });

    assertThat(risposta.getStatus()).isEqualTo(400);
  }

  @Test
  void pochiModuliAllaVoltaEGliAltriAspettanoIlLoroTurno() throws Exception {
    limiti.setFileSizeThreshold(DataSize.ofKilobytes(10));
    var filtro = new PlicoFilter(limiti, 100, 2);
    var presenti = new AtomicInteger();
    var insieme = new ConcurrentLinkedQueue<Integer>();
    var mittenti = Executors.newFixedThreadPool(6);
    try {
      var inviati =
          mittenti.invokeAll(
              Collections.<Callable<FileDelPlico>>nCopies(
                  12,
                  () ->
                      ricevi(
                          filtro,
                          modulo(100),
                          () -> {
                            insieme.add(presenti.incrementAndGet());
                            Thread.sleep(10);
                            presenti.decrementAndGet();
                          })));
      for (var inviato : inviati) {
        assertThat(inviato.get().getSize()).isEqualTo(100);
      }
    } finally {
      mittenti.shutdown();
    }
    assertThat(insieme).hasSize(12).allMatch(quanti -> quanti <= 2);
  }

  @Test
  void chiHaUnaLineaLentaNonFaAspettareGliAltri() throws Exception {
    limiti.setFileSizeThreshold(DataSize.ofKilobytes(10));
    var filtro = new PlicoFilter(limiti, 100, 1);
    var lento = new LineaLenta(modulo(100).getContentAsByteArray());
    var mittente = Executors.newSingleThreadExecutor();
    try {
      var inviato = mittente.submit(() -> ricevi(filtro, lento.modulo(), () -> {}));
      lento.muta.await();

      assertThat(assertTimeout(ofSeconds(5), () -> ricevi(filtro, modulo(100), () -> {})).getSize())
          .isEqualTo(100);
      assertThat(inviato).as("ancora per strada").isNotDone();

      lento.riprende.countDown();
      assertThat(inviato.get().getSize()).isEqualTo(100);
    } finally {
      lento.riprende.countDown();
      mittente.shutdown();
    }
  }

  /** Half of a form arrives, the rest when it is told to. */
  private static final class LineaLenta extends ServletInputStream {

    private final CountDownLatch muta = new CountDownLatch(1);
    private final CountDownLatch riprende = new CountDownLatch(1);
    private final byte[] contenuto;
    private int letti;

    private LineaLenta(byte[] contenuto) {
      this.contenuto = contenuto;
    }

    private MockHttpServletRequest modulo() {
      var richiesta =
          new MockHttpServletRequest("POST", "/avvisi/1/domanda") {
            @Override
            public ServletInputStream getInputStream() {
              return LineaLenta.this;
            }
          };
      richiesta.setContentType(MULTIPART + "c");
      richiesta.setContent(contenuto);
      return richiesta;
    }

    @Override
    public int available() {
      if (letti < contenuto.length / 2) {
        return contenuto.length / 2 - letti;
      }
      muta.countDown();
      return riprende.getCount() > 0 ? 0 : contenuto.length - letti;
    }

    @Override
    public int read() throws IOException {
      if (available() == 0) {
        try {
          riprende.await();
        } catch (InterruptedException e) {
          throw new InterruptedIOException();
        }
      }
      return isFinished() ? -1 : contenuto[letti++];
    }

    @Override
    public int read(byte[] dove, int da, int quanti) throws IOException {
      return super.read(dove, da, Math.min(quanti, Math.max(1, available())));
    }

    @Override
    public boolean isFinished() {
      return letti == contenuto.length;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener ascoltatore) {
      throw new UnsupportedOperationException();
    }
  }

  private static FileDelPlico ricevi(
      PlicoFilter filtro, MockHttpServletRequest richiesta, Intanto intanto) throws Exception {
    var ricevuto = new AtomicReference<FileDelPlico>();
    FilterChain catena =
        (letta, risposta) -> {
          ricevuto.set((FileDelPlico) ((MultipartHttpServletRequest) letta).getFile("documento"));
          try {
            intanto.accade();
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        };
    filtro.doFilter(richiesta, new MockHttpServletResponse(), catena);
    return ricevuto.get();
  }

  private static MockHttpServletRequest modulo(int lunghezza) {
    var richiesta = new MockHttpServletRequest("POST", "/avvisi/1/domanda");
    richiesta.setContentType(MULTIPART + "c");
    richiesta.setContent(
        """
        --c\r
        Content-Disposition: form-data; name="documento"; filename="a.pdf"\r
        \r
        %s\r
        --c--\r
        """
            .formatted("a".repeat(lunghezza))
            .getBytes(StandardCharsets.US_ASCII));
    return richiesta;
  }

  @FunctionalInterface
  private interface Intanto {
    void accade() throws Exception;
  }
}
