package it.pianodizona.portale.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a request that is too large with a page that says so, before anything of it is kept. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class TroppoGrandeFilter extends OncePerRequestFilter {

  private final MultipartProperties limiti;

  TroppoGrandeFilter(MultipartProperties limiti) {
    this.limiti = limiti;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest richiesta, HttpServletResponse risposta, FilterChain catena)
      throws ServletException, IOException {
    if (richiesta.getContentLengthLong() > limiti.getMaxRequestSize().toBytes()) {
      risposta.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
    } else {
      catena.doFilter(richiesta, risposta);
    }
  }
}
