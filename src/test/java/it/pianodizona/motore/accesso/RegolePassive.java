package it.pianodizona.motore.accesso;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a passive scanner looks at in an answer, without attacking: headers, cookies, and what the
 * page tells or loads. Gives back the faults, each with what is expected instead.
 */
final class RegolePassive {

  /** Where the application runs from: no answer tells it. */
  private static final String QUI = Path.of("").toAbsolutePath().toString();

  private static final Pattern TRACCIA =
      Pattern.compile(
          "\\bat [\\w.$]+\\([\\w$]+\\.java(:\\d+)?\\)|\\b(?:java|javax|jakarta)\\.[a-z]+\\.\\w*Exception"
              + "|org\\.(?:springframework|apache|h2|thymeleaf|postgresql)\\.|Caused by:"
              + "|\\b(?:/home/|/root/|/tmp/|[A-Z]:\\\\)\\w+|jdbc:\\w+:|JdbcSQL|PSQLException|"
              + Pattern.quote(QUI));

  private static final Set<String> CHE_DICONO_TROPPO =
      Set.of("server", "x-powered-by", "x-aspnet-version", "x-generator", "x-application-context");

  /** Camunda's own pages compile their templates in the browser, and style them inline. */
  private static final String POLITICA_DI_CAMUNDA = "'nonce-";

  private final String dove;
  private final HttpResponse<String> risposta;
  private final List<String> difetti = new ArrayList<>();

  private RegolePassive(String dove, HttpResponse<String> risposta) {
    this.dove = dove;
    this.risposta = risposta;
  }

  /**
   * @param dove who asked for what, to be told with each fault
   * @param conservabile whether browsers and proxies may keep the answer: it is the same for
   *     everybody
   */
  static List<String> difetti(String dove, HttpResponse<String> risposta, boolean conservabile) {
    var regole = new RegolePassive(dove, risposta);
    regole.intestazioni(conservabile);
    regole.cookie();
    regole.corpo();
    if (regole.html()) {
      regole.intestazioniDellaPagina();
      regole.pagina(Jsoup.parse(risposta.body(), risposta.uri().toString()));
    }
    return regole.difetti;
  }

  private void intestazioni(boolean conservabile) {
    vale(intestazione("X-Content-Type-Options").equals("nosniff"), "nosniff");
    for (var nome : CHE_DICONO_TROPPO) {
      vale(intestazione(nome).isEmpty(), "senza intestazione " + nome);
    }
    if (!conservabile) {
      vale(intestazione("Cache-Control").contains("no-store"), "Cache-Control: no-store");
    }
    if (!risposta.body().isEmpty()) {
      var tipo = intestazione("Content-Type").toLowerCase(Locale.ROOT);
      vale(!tipo.isEmpty(), "Content-Type");
      // styles and scripts are read in the encoding of the page that loads them
      vale(
          !tipo.matches("(text/(html|plain|csv|calendar|xml)|application/xml).*")
              || tipo.contains("charset=utf-8"),
          "charset: " + tipo);
    }
    var verso = intestazione("Location");
    vale(!verso.matches("(https?:)?//.*") || verso.startsWith(origine()), "redirect in casa");
    vale(!verso.contains(";jsessionid"), "sessione fuori dagli indirizzi");
  }

  private void cookie() {
    for (var cookie : risposta.headers().allValues("Set-Cookie")) {
      var minuscolo = cookie.toLowerCase(Locale.ROOT);
      vale(minuscolo.matches(".*samesite=(lax|strict).*"), "SameSite: " + cookie);
      // the web applications of the engine read this one with a script, to send it back
      vale(
          cookie.startsWith("XSRF-TOKEN=") || minuscolo.contains("httponly"),
          "HttpOnly: " + cookie);
    }
  }

  private void corpo() {
    var traccia = TRACCIA.matcher(risposta.body());
    vale(!traccia.find(), "niente tracce né percorsi del server", traccia);
  }

  private void intestazioniDellaPagina() {
    vale(Set.of("DENY", "SAMEORIGIN").contains(intestazione("X-Frame-Options")), "X-Frame-Options");
    vale(
        Set.of("same-origin", "no-referrer", "strict-origin")
            .contains(intestazione("Referrer-Policy")),
        "Referrer-Policy");
    vale(intestazione("Permissions-Policy").contains("camera=()"), "Permissions-Policy");
    var politica = intestazione("Content-Security-Policy");
    vale(politica.matches(".*frame-ancestors '(none|self)'.*"), "CSP frame-ancestors");
    vale(politica.matches(".*form-action '(none|self)'.*"), "CSP form-action");
    vale(politica.matches(".*base-uri '(none|self)'.*"), "CSP base-uri");
    if (diCamunda()) {
      vale(politica.matches(".*script-src [^;]*'nonce-[^;]*'strict-dynamic'.*"), "CSP nonce");
      vale(politica.contains("object-src 'none'"), "CSP object-src");
    } else {
      vale(politica.startsWith("default-src 'none';"), "CSP default-src");
      vale(!politica.matches(".*(unsafe-|\\*|https?:|nonce-).*"), "CSP: " + politica);
    }
  }

  private void pagina(Document pagina) {
    // Camunda's pages declare it when they are ready; a part of a page is in the language of the
    // page
    boolean intera = risposta.body().contains("<html");
    vale(
        diCamunda() || !intera || pagina.select("html").attr("lang").equals("it"),
        "lingua dichiarata");
    for (var elemento : pagina.select("script[src], link[href], img[src], iframe, object, embed")) {
      var verso = elemento.hasAttr("src") ? elemento.absUrl("src") : elemento.absUrl("href");
      vale(
          verso.startsWith(origine() + "/") || verso.startsWith("data:image/"),
          "caricato da questo sito: " + verso);
    }
    for (var modulo : pagina.select("form")) {
      vale(modulo.absUrl("action").startsWith(origine()) || !modulo.hasAttr("action"), "modulo");
      vale(
          !modulo.attr("method").equalsIgnoreCase("post")
              || !modulo.select("input[type=hidden][name=_csrf][value~=.{20,}]").isEmpty(),
          "gettone CSRF nel modulo verso " + modulo.attr("action"));
    }
    for (var altrove : pagina.select("a[target=_blank]")) {
      vale(altrove.attr("rel").contains("noopener"), "noopener: " + altrove.attr("href"));
    }
    for (var collegamento : pagina.select("a[href]")) {
      vale(
          collegamento.absUrl("href").isEmpty()
              || collegamento.absUrl("href").matches("(https|mailto|tel|webcal):.*")
              || collegamento.absUrl("href").startsWith(origine()),
          "collegamento senza https: " + collegamento.attr("href"));
    }
    for (var campo : pagina.select("input[type=password]")) {
      vale(campo.hasAttr("autocomplete"), "autocomplete della password");
    }
    if (!diCamunda()) {
      vale(pagina.select("script:not([src]), style").isEmpty(), "niente script o stili nel testo");
      vale(
          scrittiDentro(pagina).isEmpty(), "niente attributi eseguibili: " + scrittiDentro(pagina));
      vale(commenti(pagina).isEmpty(), "niente commenti: " + commenti(pagina));
    }
  }

  private static List<String> scrittiDentro(Document pagina) {
    return pagina.getAllElements().stream()
        .flatMap(e -> e.attributes().asList().stream())
        .map(a -> a.getKey() + "=" + a.getValue())
        .filter(a -> a.matches("(?i)(on\\w+|style)=.*|(href|src|action)=javascript:.*"))
        .toList();
  }

  private static List<String> commenti(Document pagina) {
    return pagina.getAllElements().stream()
        .map(Element::childNodes)
        .flatMap(List::stream)
        .flatMap(
            n -> n instanceof Comment commento ? Stream.of(commento.getData()) : Stream.empty())
        .toList();
  }

  private boolean html() {
    return intestazione("Content-Type").startsWith("text/html");
  }

  private boolean diCamunda() {
    return risposta.uri().getPath().startsWith("/camunda/")
        && intestazione("Content-Security-Policy").contains(POLITICA_DI_CAMUNDA);
  }

  private String origine() {
    return risposta.uri().getScheme() + "://" + risposta.uri().getAuthority();
  }

  private String intestazione(String nome) {
    return risposta.headers().firstValue(nome).orElse("");
  }

  private void vale(boolean condizione, String regola) {
    if (!condizione) {
      difetti.add(dove + " " + risposta.statusCode() + " manca: " + regola);
    }
  }

  private void vale(boolean condizione, String regola, java.util.regex.Matcher trovato) {
    vale(condizione, regola + (condizione ? "" : ": " + trovato.group()));
  }
}
