package it.pianodizona.motore.accesso;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many people open Tasklist at once: each must get a page whose scripts its browser runs. */
class NonceDellaPaginaTest extends ProvaHttp {

  private static final int PERSONE = 40;
  private static final int GIRI = 3;
  private static final Pattern NELLA_INTESTAZIONE = Pattern.compile("'nonce-([^']+)'");
  private static final Pattern NELLA_PAGINA = Pattern.compile("nonce=\"([^\"]*)\"");

  @Test
  void ognunoRiceveLaPaginaColNonceDellaPropriaIntestazione() throws Exception {
    var partenza = new CyclicBarrier(PERSONE);
    var persone = Executors.newFixedThreadPool(PERSONE);
    try {
      for (int giro = 0; giro < GIRI; giro++) {
        var pagine =
            IntStream.range(0, PERSONE)
                .mapToObj(
                    n ->
                        persone.submit(
                            () -> {
                              partenza.await();
                              return chiedi("/camunda/app/tasklist/default/");
                            }))
                .toList();
        assertThat(pagine.stream().map(NonceDellaPaginaTest::arrivata))
            .allSatisfy(
                pagina -> {
                  assertThat(pagina.statusCode()).isEqualTo(200);
                  assertThat(nellaPagina(pagina))
                      .isNotEmpty()
                      .containsOnly(nellIntestazione(pagina));
                })
            .extracting(NonceDellaPaginaTest::nellIntestazione)
            .doesNotHaveDuplicates();
      }
    } finally {
      persone.shutdownNow();
    }
  }

  private static String nellIntestazione(HttpResponse<String> pagina) {
    return pagina.headers().firstValue("Content-Security-Policy").stream()
        .flatMap(politica -> trovati(NELLA_INTESTAZIONE, politica))
        .findFirst()
        .orElseThrow(() -> new AssertionError("Pagina senza nonce nell'intestazione"));
  }

  private static Stream<String> nellaPagina(HttpResponse<String> pagina) {
    return trovati(NELLA_PAGINA, pagina.body());
  }

  private static Stream<String> trovati(Pattern forma, String testo) {
    return forma.matcher(testo).results().map((MatchResult nonce) -> nonce.group(1));
  }

  private static HttpResponse<String> arrivata(Future<HttpResponse<String>> pagina) {
    try {
      return pagina.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
