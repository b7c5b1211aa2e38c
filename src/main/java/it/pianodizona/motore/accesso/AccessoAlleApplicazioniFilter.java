package it.pianodizona.motore.accesso;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before the login of the engine's web applications and counts the wrong passwords. */
final class AccessoAlleApplicazioniFilter extends OncePerRequestFilter {

  /** A login is two short texts. */
  private static final int CORPO_MASSIMO = 4_096;

  private final RequestMatcher accesso;
  private final TentativiDiAccesso tentativi;
  private final Consumer<String> primaDellAccesso;

  /**
   * @param primaDellAccesso is told the account before its groups and Ambiti are read
   */
  AccessoAlleApplicazioniFilter(
      RequestMatcher accesso, TentativiDiAccesso tentativi, Consumer<String> primaDellAccesso) {
    this.accesso = accesso;
    this.tentativi = tentativi;
    this.primaDellAccesso = primaDellAccesso;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest richiesta) {
    return !accesso.matches(richiesta);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest richiesta, HttpServletResponse risposta, FilterChain catena)
      throws ServletException, IOException {
    var corpo = richiesta.getInputStream().readNBytes(CORPO_MASSIMO + 1);
    if (corpo.length > CORPO_MASSIMO) {
      risposta.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
      return;
    }
    var account = account(corpo);
    var indirizzo = richiesta.getRemoteAddr();
    var attesa = tentativi.attesa(account, indirizzo);
    if (!attesa.isZero()) {
      new TroppiTentativi(attesa).rispondi(risposta);
      return;
    }
    primaDellAccesso.accept(account);
    catena.doFilter(new Riletta(richiesta, corpo), risposta);
    if (risposta.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
      tentativi.fallito(account, indirizzo);
    } else if (risposta.getStatus() == HttpServletResponse.SC_OK) {
      tentativi.riuscito(account, indirizzo);
    }
  }

  private static String account(byte[] corpo) {
    for (var coppia : new String(corpo, StandardCharsets.UTF_8).split("&")) {
      if (coppia.startsWith("username=")) {
        try {
          return URLDecoder.decode(coppia.substring("username=".length()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformato) {
          return "";
        }
      }
    }
    return "";
  }

  /** The same request, whose body can be read once more. */
  private static final class Riletta extends HttpServletRequestWrapper {

    private final ByteArrayInputStream corpo;

    Riletta(HttpServletRequest richiesta, byte[] corpo) {
      super(richiesta);
      this.corpo = new ByteArrayInputStream(corpo);
    }

    @Override
    public ServletInputStream getInputStream() {
      return new ServletInputStream() {
        @Override
        public int read() {
          return corpo.read();
        }

        @Override
        public boolean isFinished() {
          return corpo.available() == 0;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener ascolto) {
          throw new IllegalStateException("The form of a login is in memory: it is read at once");
        }
      };
    }
  }
}
