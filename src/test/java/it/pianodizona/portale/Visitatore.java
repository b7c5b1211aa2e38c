package it.pianodizona.portale;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Somebody on the public pages over real HTTP, with a browser that runs no script. */
final class Visitatore {

  private static final Pattern NASCOSTO =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final int porta;
  private final String da;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  /**
   * @param da address that a reverse proxy would report
   */
  Visitatore(int porta, String da) {
    this.porta = porta;
    this.da = da;
  }

  /** A field or, with a name of its own, a file of a form. */
  record Parte(String campo, String nomeFile, byte[] contenuto) {

    static Parte campo(String campo, String valore) {
      return new Parte(campo, null, valore.getBytes(StandardCharsets.UTF_8));
    }

    static Parte file(String campo, String nomeFile, byte[] contenuto) {
      return new Parte(campo, nomeFile, contenuto);
    }
  }

  HttpResponse<String> apri(String percorso) {
    return chiedi(richiesta(percorso).GET().build(), BodyHandlers.ofString());
  }

  HttpResponse<byte[]> scarica(String percorso) {
    return chiedi(richiesta(percorso).GET().build(), BodyHandlers.ofByteArray());
  }

  /** Opens a page and gives back the hidden fields of its form. */
  List<Parte> nascosti(String percorso) {
    return nascosti(apri(percorso));
  }

  static List<Parte> nascosti(HttpResponse<String> pagina) {
    var trovati = new ArrayList<Parte>();
    var ricerca = NASCOSTO.matcher(pagina.body());
    while (ricerca.find()) {
      trovati.add(Parte.campo(ricerca.group(1), ricerca.group(2)));
    }
    return trovati;
  }

  HttpResponse<String> invia(String percorso, List<Parte> parti) {
    var confine = "confine-" + UUID.randomUUID();
    return invia(percorso, confine, BodyPublishers.ofByteArray(corpo(confine, parti)));
  }

  /** Sends a form as it is. */
  HttpResponse<String> invia(String percorso, String confine, BodyPublisher corpo) {
    return chiedi(
        richiesta(percorso)
            .header("Content-Type", "multipart/form-data; boundary=" + confine)
            .POST(corpo)
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> inviaTesto(
      String percorso, String tipo, String corpo, Map<String, String> intestazioni) {
    var richiesta = richiesta(percorso).header("Content-Type", tipo);
    intestazioni.forEach(richiesta::header);
    return chiedi(richiesta.POST(BodyPublishers.ofString(corpo)).build(), BodyHandlers.ofString());
  }

  static byte[] corpo(String confine, List<Parte> parti) {
    var corpo = new ByteArrayOutputStream();
    for (var parte : parti) {
      scrivi(
          corpo,
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
              .formatted(
                  confine,
                  parte.campo(),
                  parte.nomeFile() == null
                      ? ""
                      : "; filename=\""
                          + parte.nomeFile()
                          + "\"\r\nContent-Type: application/pdf"));
      corpo.writeBytes(parte.contenuto());
      scrivi(corpo, "\r\n");
    }
    scrivi(corpo, "--" + confine + "--\r\n");
    return corpo.toByteArray();
  }

  private static void scrivi(ByteArrayOutputStream corpo, String testo) {
    corpo.writeBytes(testo.getBytes(StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder richiesta(String percorso) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + porta + percorso))
        .header("X-Forwarded-For", da)
        .header("Accept", "text/html,*/*;q=0.8");
  }

  private <T> HttpResponse<T> chiedi(
      HttpRequest richiesta, java.net.http.HttpResponse.BodyHandler<T> lettore) {
    try {
      return client.send(richiesta, lettore);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
