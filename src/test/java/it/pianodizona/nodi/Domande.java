package it.pianodizona.nodi;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Applications by invented bodies, through the public page. */
final class Domande {

  private static final Pattern NASCOSTO =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
  private static final Pattern AREA = Pattern.compile("name=\"aree\"[^>]*value=\"([^\"]+)\"");
  private static final Pattern NUMERO = Pattern.compile("\"numero\":\"([^\"]+)\"");

  private final String avviso;

  Domande(String avviso) {
    this.avviso = avviso;
  }

  /** Number of the one notice that is on line. */
  static String avviso(Nodo nodo) throws IOException {
    var numero = NUMERO.matcher(nodo.chiedi("/avvisi.json").body());
    return numero.find() ? numero.group(1) : null;
  }

  /**
   * A form filled in: it may be sent again, also to another node, until somebody answers.
   *
   * @param cookie the one that goes with the form
   */
  record Modulo(String codiceFiscale, String percorso, String cookie, byte[] corpo) {

    /** The status of the answer: 302 when the domanda is registered. */
    int invia(Nodo nodo) throws IOException {
      var risposta =
          nodo.invia(
              nodo.richiesta(percorso)
                  .header("Content-Type", "multipart/form-data; boundary=confine")
                  .header("Cookie", cookie)
                  .POST(BodyPublishers.ofByteArray(corpo))
                  .build());
      return risposta.statusCode();
    }
  }

  /**
   * @param dimensione bytes of the file
   */
  Modulo compila(Nodo nodo, int n, int dimensione) throws IOException {
    var percorso = "/avvisi/" + avviso + "/domanda";
    var risposta = nodo.chiedi(percorso);
    if (risposta.statusCode() != 200) {
      throw new IOException("Modulo non disponibile: " + risposta.statusCode());
    }
    var pagina = risposta.body();
    var testo = new StringBuilder();
    NASCOSTO.matcher(pagina).results().forEach(c -> campo(testo, c.group(1), c.group(2)));
    var area = AREA.matcher(pagina);
    if (!area.find()) {
      throw new IOException("Modulo senza aree");
    }
    campo(testo, "aree", area.group(1));
    campo(testo, "denominazione", "Ente di prova n. " + n);
    campo(testo, "formaGiuridica", "associazione");
    campo(testo, "codiceFiscale", codiceFiscale(n));
    campo(testo, "sede", "via di Prova " + n + ", Clusone");
    campo(testo, "rappresentanteLegale", "Persona di Prova");
    campo(testo, "email", "ente" + n + "@prova.example");
    campo(testo, "categoria", "ETS");
    campo(testo, "runtsNumero", String.valueOf(n));
    campo(testo, "referente", "Persona di Prova");
    campo(testo, "referenteEmail", "ente" + n + "@prova.example");
    for (var spunta :
        List.of(
            "impegniAccettati",
            "liberatoriaProprieta",
            "consensoPubblicazione",
            "informativaLetta")) {
      campo(testo, spunta, "true");
    }
    testo.append(
        "--confine\r\nContent-Disposition: form-data; name=\"documentoIdentita\";"
            + " filename=\"documento.pdf\"\r\nContent-Type: application/pdf\r\n\r\n");
    var cookie =
        risposta.headers().allValues("Set-Cookie").stream()
            .map(c -> c.replaceFirst(";.*", ""))
            .filter(c -> c.startsWith("PIANODIZONA-CSRF="))
            .findFirst()
            .orElseThrow();
    return new Modulo(
        codiceFiscale(n),
        percorso,
        cookie,
        unisci(
            testo.toString().getBytes(StandardCharsets.UTF_8),
            documento(dimensione),
            "\r\n--confine--\r\n".getBytes(StandardCharsets.US_ASCII)));
  }

  private static byte[] documento(int dimensione) {
    var documento = new byte[dimensione];
    new Random(1).nextBytes(documento);
    var inizio = "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(inizio, 0, documento, 0, inizio.length);
    return documento;
  }

  private static byte[] unisci(byte[]... parti) {
    var tutto = new byte[Arrays.stream(parti).mapToInt(p -> p.length).sum()];
    int fatti = 0;
    for (var parte : parti) {
      System.arraycopy(parte, 0, tutto, fatti, parte.length);
      fatti += parte.length;
    }
    return tutto;
  }

  private static void campo(StringBuilder testo, String nome, String valore) {
    testo
        .append("--confine\r\nContent-Disposition: form-data; name=\"")
        .append(nome)
        .append("\"\r\n\r\n")
        .append(valore)
        .append("\r\n");
  }

  private static String codiceFiscale(int n) {
    var cifre = "%010d".formatted(8_000_000_000L + n);
    int somma =
        IntStream.range(0, 10)
            .map(i -> (cifre.charAt(i) - '0') * (i % 2 == 0 ? 1 : 2))
            .map(peso -> peso > 9 ? peso - 9 : peso)
            .sum();
    return cifre + (10 - somma % 10) % 10;
  }
}
