package it.pianodizona.portale.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down an address that sends form after form; the others do not notice. Behind a reverse
 * proxy the address is the one that Tomcat's {@code server.tomcat.remoteip.*} settings find:
 * without them a forwarded address is just something that anybody may write.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class FrenoFilter extends OncePerRequestFilter {

  private static final List<String> PERCORSI = List.of("/avvisi/**", "/partecipazione/**");
  private static final int BYTE_DI_RETE = 8;

  private final AntPathMatcher modelli = new AntPathMatcher();
  private final PortaleProperties limiti;
  private final Cache<String, Bucket> secchi;

  FrenoFilter(PortaleProperties limiti) {
    this.limiti = limiti;
    this.secchi =
        Caffeine.newBuilder()
            .maximumSize(limiti.indirizziRicordati())
            .expireAfterAccess(Duration.ofHours(1))
            .build();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest richiesta) {
    return !HttpMethod.POST.matches(richiesta.getMethod())
        || PERCORSI.stream().noneMatch(p -> modelli.match(p, richiesta.getRequestURI()));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest richiesta, HttpServletResponse risposta, FilterChain catena)
      throws ServletException, IOException {
    var secchio = secchi.get(chi(richiesta.getRemoteAddr()), indirizzo -> nuovoSecchio());
    var esito = secchio.tryConsumeAndReturnRemaining(1);
    if (esito.isConsumed()) {
      catena.doFilter(richiesta, risposta);
    } else {
      risposta.setHeader(
          HttpHeaders.RETRY_AFTER,
          String.valueOf(1 + TimeUnit.NANOSECONDS.toSeconds(esito.getNanosToWaitForRefill())));
      risposta.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }
  }

  private Bucket nuovoSecchio() {
    return Bucket.builder()
        .addLimit(
            limite ->
                limite
                    .capacity(limiti.inviiDiSeguito())
                    .refillGreedy(limiti.inviiAlMinuto(), Duration.ofMinutes(1)))
        .build();
  }

  /** Who has an IPv6 line has a whole network of addresses: they count as one. */
  static String chi(String indirizzo) {
    if (!indirizzo.contains(":")) {
      return indirizzo;
    }
    try {
      return HexFormat.of()
          .formatHex(InetAddress.getByName(indirizzo).getAddress(), 0, BYTE_DI_RETE);
    } catch (UnknownHostException nonUnIndirizzo) {
      return indirizzo;
    }
  }
}
