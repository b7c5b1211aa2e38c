package it.pianodizona.motore.accesso;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Recognises on the offices' pages whoever is logged in to Tasklist in the same browser. Groups and
 * Ambiti are read anew at each request: who lost a role has lost it at once.
 */
final class SessioneDiTasklistFilter extends OncePerRequestFilter {

  private final ProcessEngine motore;
  private final AutenticazioneDelMotore autenticazione;

  SessioneDiTasklistFilter(ProcessEngine motore, AutenticazioneDelMotore autenticazione) {
    this.motore = motore;
    this.autenticazione = autenticazione;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest richiesta, HttpServletResponse risposta, FilterChain catena)
      throws ServletException, IOException {
    var sessione = richiesta.getSession(false);
    var accessi = sessione == null ? null : AuthenticationUtil.getAuthsFromSession(sessione);
    var utente =
        accessi == null ? null : accessi.getAuthenticationForProcessEngine(motore.getName());
    if (utente != null) {
      var contesto = SecurityContextHolder.createEmptyContext();
      contesto.setAuthentication(autenticazione.di(utente.getIdentityId()));
      SecurityContextHolder.setContext(contesto);
    }
    catena.doFilter(richiesta, risposta);
  }
}
