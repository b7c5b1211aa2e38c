package it.pianodizona.portale.web;

import it.pianodizona.comune.Termini;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.ZonedDateTime;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes note of the moment in which a form reaches us, before its body is read: neither a slow line
 * nor a busy server makes a domanda late.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ArrivoFilter extends OncePerRequestFilter {

  private static final String ARRIVO = ArrivoFilter.class.getName();

  private final Clock orologio;

  ArrivoFilter(Clock orologio) {
    this.orologio = orologio;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest richiesta, HttpServletResponse risposta, FilterChain catena)
      throws ServletException, IOException {
    annota(richiesta);
    catena.doFilter(richiesta, risposta);
  }

  private void annota(HttpServletRequest richiesta) {
    richiesta.setAttribute(ARRIVO, ZonedDateTime.now(orologio).withZoneSameInstant(Termini.ROMA));
  }

  /** When the request arrived, Europe/Rome. */
  ZonedDateTime arrivo(HttpServletRequest richiesta) {
    if (richiesta.getAttribute(ARRIVO) == null) {
      annota(richiesta);
    }
    return (ZonedDateTime) richiesta.getAttribute(ARRIVO);
  }
}
