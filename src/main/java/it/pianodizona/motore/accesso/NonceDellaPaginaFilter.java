package it.pianodizona.motore.accesso;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives the page of a web application the nonce of its own Content-Security-Policy header. Camunda
 * 7.24 hands the nonce from header to page through the servlet context, which all requests share:
 * when two people open Tasklist together, one gets a page whose scripts the browser refuses.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class NonceDellaPaginaFilter extends OncePerRequestFilter {

  private static final Pattern PAGINA =
      Pattern.compile("/camunda/app/(tasklist|cockpit|admin|welcome)(/[^.]*)?");
  private static final Pattern NELLA_INTESTAZIONE = Pattern.compile("'nonce-([^']+)'");
  private static final Pattern NEL_TESTO = Pattern.compile("nonce=\"[^\"]*\"");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest richiesta) {
    return !PAGINA.matcher(richiesta.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest richiesta, HttpServletResponse risposta, FilterChain catena)
      throws ServletException, IOException {
    var pagina = new ContentCachingResponseWrapper(risposta);
    // the pages are written in it and say so only in themselves
    pagina.setCharacterEncoding(StandardCharsets.UTF_8.name());
    catena.doFilter(richiesta, pagina);
    var politica = pagina.getHeader("Content-Security-Policy");
    var nonce = politica == null ? null : NELLA_INTESTAZIONE.matcher(politica);
    if (nonce != null && nonce.find() && pagina.getContentSize() > 0) {
      var testo = new String(pagina.getContentAsByteArray(), StandardCharsets.UTF_8);
      var corretto =
          NEL_TESTO
              .matcher(testo)
              .replaceAll(Matcher.quoteReplacement("nonce=\"" + nonce.group(1) + "\""));
      pagina.resetBuffer();
      pagina.getOutputStream().write(corretto.getBytes(StandardCharsets.UTF_8));
    }
    pagina.copyBodyToResponse();
  }
}
