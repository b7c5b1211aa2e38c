package it.pianodizona.motore.accesso;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine who is calling, for the time of one request: from there on its own permissions
 * and tenants decide.
 */
final class IdentitaNelMotoreFilter extends OncePerRequestFilter {

  private final IdentityService identita;

  IdentitaNelMotoreFilter(IdentityService identita) {
    this.identita = identita;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest richiesta, HttpServletResponse risposta, FilterChain catena)
      throws ServletException, IOException {
    var autenticazione = SecurityContextHolder.getContext().getAuthentication();
    try {
      if (autenticazione != null
          && autenticazione.getPrincipal() instanceof Funzionario funzionario) {
        identita.setAuthentication(
            funzionario.utente(), funzionario.gruppi(), funzionario.ambiti());
      }
      catena.doFilter(richiesta, risposta);
    } finally {
      identita.clearAuthentication();
    }
  }
}
