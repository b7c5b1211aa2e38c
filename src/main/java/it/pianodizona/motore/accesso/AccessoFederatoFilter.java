package it.pianodizona.motore.accesso;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * With single sign-on the web applications have no login of their own: who opens one is sent to the
 * provider, and their passwords are not listened to.
 */
final class AccessoFederatoFilter extends OncePerRequestFilter {

  private static final RequestMatcher PAGINE =
      PathPatternRequestMatcher.withDefaults()
          .matcher(HttpMethod.GET, "/camunda/app/{applicazione}/default/**");

  private final RequestMatcher accessoConPassword;

  AccessoFederatoFilter(RequestMatcher accessoConPassword) {
    this.accessoConPassword = accessoConPassword;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest richiesta, HttpServletResponse risposta, FilterChain catena)
      throws ServletException, IOException {
    if (accessoConPassword.matches(richiesta)) {
      risposta.setStatus(HttpServletResponse.SC_FORBIDDEN);
      risposta.setContentType(MediaType.APPLICATION_JSON_VALUE);
      risposta.setCharacterEncoding("UTF-8");
      risposta
          .getWriter()
          .write(
              "{\"type\":\"AccessoFederato\",\"message\":\"Si accede con l'identità digitale:"
                  + " ricaricare la pagina.\"}");
    } else if (PAGINE.matches(richiesta)
        && FunzionarioInSessioneFilter.utente(richiesta).isEmpty()) {
      risposta.sendRedirect(versoIlFornitore(richiesta));
    } else {
      catena.doFilter(richiesta, risposta);
    }
  }

  /** The address that logs in and comes back to the page that was asked for. */
  static String versoIlFornitore(HttpServletRequest richiesta) {
    var meta = richiesta.getRequestURI().substring(richiesta.getContextPath().length());
    return richiesta.getContextPath()
        + AccessoFederato.ACCESSO
        + "?per="
        + URLEncoder.encode(meta, StandardCharsets.UTF_8);
  }
}
