package it.pianodizona.portale.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;

/**
 * What the server itself answers to a request that is not HTTP, for instance an address with
 * characters that no address has: no filter and no page of ours ever sees it.
 */
final class RispostaAlleRichiesteMalformate extends ErrorReportValve {

  private static final String PAGINA =
      """
      <!DOCTYPE html>
      <html lang="it">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s · Piano di Zona</title>
      </head>
      <body>
        <main>
          <h1>%1$s</h1>
          <p>%2$s</p>
          <p><a href="/">Vai alla pagina iniziale di Piano di Zona</a>.</p>
        </main>
      </body>
      </html>
      """;

  private static final String INCOMPRENSIBILE =
      PAGINA.formatted(
          "Indirizzo non comprensibile",
          "L'indirizzo o la richiesta contengono caratteri che non sono ammessi. Nulla è stato"
              + " registrato.");

  private static final String NON_RIUSCITA =
      PAGINA.formatted(
          "Risposta non riuscita",
          "Il sistema in questo momento non riesce a rispondere. Si riprovi tra qualche minuto.");

  @Override
  protected void report(Request richiesta, Response risposta, Throwable causa) {
    var scrivibile = new AtomicBoolean();
    risposta.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, scrivibile);
    if (risposta.getStatus() < 400
        || risposta.getContentWritten() > 0
        || !scrivibile.get()
        || !risposta.setErrorReported()) {
      return;
    }
    try {
      risposta.setContentType("text/html");
      risposta.setCharacterEncoding(StandardCharsets.UTF_8.name());
      var penna = risposta.getReporter();
      if (penna != null) {
        penna.write(risposta.getStatus() < 500 ? INCOMPRENSIBILE : NON_RIUSCITA);
        risposta.finishResponse();
      }
    } catch (IOException nonAscoltaPiu) {
      // whoever asked is gone: there is nobody to answer
    }
  }
}
