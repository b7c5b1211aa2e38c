package it.pianodizona.motore.accesso;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * The account of the program that watches the installation: it reads the measures and nothing else,
 * and is no user of the engine. There is none where no password was set.
 */
@Component
@EnableConfigurationProperties(SorveglianzaProperties.class)
class AccessoDiSorveglianza {

  /** Name of the account, and of what it may read in {@code percorsi.yaml}. */
  static final String NOME = "sorveglianza";

  /** Property with the password. */
  static final String PASSWORD = "pianodizona.sorveglianza.password";

  private final byte[] password;
  private final TentativiDiAccesso tentativi;

  AccessoDiSorveglianza(SorveglianzaProperties proprieta, TentativiDiAccesso tentativi) {
    this.password = proprieta.password().strip().getBytes(StandardCharsets.UTF_8);
    this.tentativi = tentativi;
  }

  /** For the addresses of the measures only; whoever is not known here is asked of the engine. */
  AuthenticationProvider perLeMisure() {
    return new AuthenticationProvider() {
      @Override
      public Authentication authenticate(Authentication richiesta) {
        return NOME.equals(richiesta.getName()) && giusta(richiesta)
            ? UsernamePasswordAuthenticationToken.authenticated(
                new Funzionario(NOME, List.of(NOME), List.of()),
                null,
                List.of(new SimpleGrantedAuthority(NOME)))
            : null;
      }

      @Override
      public boolean supports(Class<?> tipo) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(tipo);
      }
    };
  }

  /** Wrong ones are counted by the engine's own login, which is asked next. */
  private boolean giusta(Authentication richiesta) {
    var indirizzo =
        richiesta.getDetails() instanceof WebAuthenticationDetails dettagli
            ? dettagli.getRemoteAddress()
            : "";
    return password.length > 0
        && richiesta.getCredentials() != null
        && tentativi.attesa(NOME, indirizzo).isZero()
        && MessageDigest.isEqual(
            password, richiesta.getCredentials().toString().getBytes(StandardCharsets.UTF_8));
  }
}
