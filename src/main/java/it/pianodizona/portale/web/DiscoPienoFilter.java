package it.pianodizona.portale.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says that files cannot be kept when the disk that they arrive on is full. Without it the fields
 * of the form, unread, would look forgotten by whoever sent it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class DiscoPienoFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(DiscoPienoFilter.class);

  /** These read the request by themselves. */
  private static final List<String> DEL_MOTORE = List.of("/engine-rest", "/camunda");

  /** What goes wrong on the way, not here. */
  private static final List<Class<? extends IOException>> DI_CHI_MANDA =
      List.of(
          ClientAbortException.class,
          EOFException.class,
          SocketTimeoutException.class,
          MultipartStream.MalformedStreamException.class);

  @Override
  protected boolean shouldNotFilter(HttpServletRequest richiesta) {
    var tipo = richiesta.getContentType();
    return tipo == null
        || !tipo.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
        || DEL_MOTORE.stream().anyMatch(richiesta.getRequestURI()::startsWith);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest richiesta, HttpServletResponse risposta, FilterChain catena)
      throws ServletException, IOException {
    try {
      richiesta.getParts();
    } catch (IOException e) {
      if (nostra(e)) {
        LOG.error(
            "Disco pieno o non scrivibile: file rifiutati su {}", richiesta.getRequestURI(), e);
        risposta.sendError(HttpStatus.INSUFFICIENT_STORAGE.value());
        return;
      }
    } catch (IllegalStateException | ServletException e) {
      // too many or too large: whoever reads them next says so
      LOG.debug("Richiesta da rifiutare", e);
    }
    catena.doFilter(richiesta, risposta);
  }

  private static boolean nostra(Throwable errore) {
    for (var e = errore; e != null; e = e.getCause()) {
      if (DI_CHI_MANDA.stream().anyMatch(e.getClass()::equals)) {
        return false;
      }
    }
    return true;
  }
}
