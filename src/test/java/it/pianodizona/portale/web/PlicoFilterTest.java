package it.pianodizona.portale.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.nio.charset.StandardCharsets;
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
    var filtro = new PlicoFilter(limiti, 15);
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
    assertThat(ricevi(new PlicoFilter(limiti, 1), richiesta, () -> {}).nome()).isEqualTo("a.pdf");
  }

  @Test
  void senzaConfineNonEUnModulo() throws Exception {
    var richiesta = modulo(10);
    richiesta.setContentType("multipart/form-data");
    var risposta = new MockHttpServletResponse();

    new PlicoFilter(limiti, 1)
        .doFilter(
            richiesta,
            risposta,
            (r, s) -> {
              throw new AssertionError("letto");
            });

    assertThat(risposta.getStatus()).isEqualTo(400);
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
