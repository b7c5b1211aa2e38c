package it.pianodizona.portale.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.MultiPart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.support.DefaultMultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * Reads the forms with files, all of each before anybody looks at it, and says what went wrong: the
 * fields of a form that was not read would look forgotten by whoever sent it. Small forms wait in
 * memory as long as there is room, the others on disk (see {@code adr/022}).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class PlicoFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(PlicoFilter.class);

  /** These read the request by themselves. */
  private static final List<String> DEL_MOTORE = List.of("/engine-rest", "/camunda");

  /** What is typed in a form, in bytes: as much as the server takes of a form without files. */
  private static final long TESTO = 2L * 1024 * 1024;

  /** Fields and files of one form. */
  private static final int PARTI = 100;

  /** What the health of the node watches. */
  private static final Path CARTELLA = Path.of(System.getProperty("java.io.tmpdir"));

  private static final int KILOBYTE = 1024;

  /** Part of the heap that the files of all the forms on their way may take. */
  private static final int FRAZIONE = 8;

  /** Forms dealt with at a time, for each processor: some wait for the database meanwhile. */
  private static final int PER_PROCESSORE = 4;

  private final long alMassimo;
  private final Plico.Limiti limiti;
  private final Semaphore liberi;
  private final Turni turni;

  @Autowired
  PlicoFilter(MultipartProperties proprieta) {
    this(
        proprieta,
        (int) (Runtime.getRuntime().maxMemory() / FRAZIONE / KILOBYTE),
        PER_PROCESSORE * Runtime.getRuntime().availableProcessors());
  }

  /**
   * @param kilobyte memory for the files of all the forms on their way
   * @param insieme forms that are dealt with at a time
   */
  PlicoFilter(MultipartProperties proprieta, int kilobyte, int insieme) {
    this.turni = new Turni(insieme);
    this.liberi = new Semaphore(kilobyte);
    this.alMassimo = proprieta.getFileSizeThreshold().toBytes();
    this.limiti = new Plico.Limiti(proprieta.getMaxRequestSize().toBytes(), TESTO, PARTI);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest richiesta) {
    var tipo = richiesta.getContentType();
    return tipo == null
        || !tipo.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
        || DEL_MOTORE.stream().anyMatch(richiesta.getRequestURI()::startsWith)
        || WebUtils.getNativeRequest(richiesta, MultipartHttpServletRequest.class) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest richiesta, HttpServletResponse risposta, FilterChain catena)
      throws ServletException, IOException {
    try (var turno = turni.prendi()) {
      tratta(richiesta, risposta, catena, turno);
    }
  }

  private void tratta(
      HttpServletRequest richiesta,
      HttpServletResponse risposta,
      FilterChain catena,
      Turni.Turno turno)
      throws ServletException, IOException {
    int prenotati = prenota(richiesta.getContentLengthLong());
    try (var plico = leggi(richiesta, turno, prenotati > 0)) {
      catena.doFilter(
          new DefaultMultipartHttpServletRequest(
              richiesta, plico.file(), plico.campi(), plico.tipi()),
          risposta);
    } catch (PlicoRifiutato e) {
      if (e.stato() == HttpStatus.INSUFFICIENT_STORAGE) {
        LOG.error(
            "Disco pieno o non scrivibile: file rifiutati su {}", richiesta.getRequestURI(), e);
      } else {
        LOG.debug("Modulo non letto", e);
      }
      risposta.sendError(e.stato().value());
    } finally {
      liberi.release(prenotati);
    }
  }

  /**
   * @return kilobytes of memory for the files of a form; 0 when they have to wait on disk
   */
  private int prenota(long lunghezza) {
    if (lunghezza < 0 || lunghezza > alMassimo) {
      return 0;
    }
    int kilobyte = (int) (lunghezza / KILOBYTE) + 1;
    return liberi.tryAcquire(kilobyte) ? kilobyte : 0;
  }

  private Plico leggi(HttpServletRequest richiesta, Turni.Turno turno, boolean inMemoria)
      throws IOException {
    var confine = MultiPart.extractBoundary(richiesta.getContentType());
    if (confine == null || confine.isEmpty()) {
      throw PlicoRifiutato.illeggibile(null);
    }
    return Plico.leggi(
        turno.ascolta(richiesta.getInputStream()), confine, limiti, inMemoria, CARTELLA);
  }
}
