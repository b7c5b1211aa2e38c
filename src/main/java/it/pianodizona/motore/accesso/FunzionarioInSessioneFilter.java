package it.pianodizona.motore.accesso;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Recognises on our pages whoever has logged in to the engine's web applications in the same
 * browser. Groups and Ambiti are read at each request: who loses them loses the page at once.
 */
final class FunzionarioInSessioneFilter extends OncePerRequestFilter {

  private final AutenticazioneDelMotore autenticazione;
  private final RequestMatcher riservate;

  /**
   * @param riservate pages where it matters who asks; elsewhere an official is a visitor as any
   *     other
   */
  FunzionarioInSessioneFilter(AutenticazioneDelMotore autenticazione, RequestMatcher riservate) {
    this.autenticazione = autenticazione;
    this.riservate = riservate;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest richiesta) {
    return !riservate.matches(richiesta);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest richiesta, HttpServletResponse risposta, FilterChain catena)
      throws ServletException, IOException {
    utente(richiesta)
        .filter(autenticazione::esiste)
        .ifPresent(
            utente -> {
              var contesto = SecurityContextHolder.createEmptyContext();
              contesto.setAuthentication(autenticazione.di(utente));
              SecurityContextHolder.setContext(contesto);
            });
    catena.doFilter(richiesta, risposta);
  }

  /** Login of who is logged in to the web applications in the session of this request. */
  static Optional<String> utente(HttpServletRequest richiesta) {
    return Optional.ofNullable(richiesta.getSession(false))
        .map(AuthenticationUtil::getAuthsFromSession)
        .map(accessi -> accessi.getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT))
        .map(Authentication::getIdentityId);
  }
}
