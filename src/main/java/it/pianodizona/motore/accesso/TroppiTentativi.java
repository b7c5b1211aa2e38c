package it.pianodizona.motore.accesso;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords: the next attempt is not even looked at before some time has passed. */
final class TroppiTentativi extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  private final long secondi;

  TroppiTentativi(Duration attesa) {
    super("Troppi tentativi di accesso non riusciti.");
    this.secondi = Math.max(1, attesa.toSeconds());
  }

  void rispondi(HttpServletResponse risposta) throws IOException {
    risposta.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    risposta.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(secondi));
    risposta.setContentType(MediaType.APPLICATION_JSON_VALUE);
    risposta.setCharacterEncoding("UTF-8");
    risposta
        .getWriter()
        .write(
            ("{\"type\":\"TroppiTentativi\",\"message\":\"Troppi tentativi di accesso non riusciti:"
                    + " riprovare fra %d secondi.\"}")
                .formatted(secondi));
  }
}
