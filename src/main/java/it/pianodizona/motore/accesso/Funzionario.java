package it.pianodizona.motore.accesso;

import java.util.List;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is logged in over HTTP, as the engine knows him or her.
 *
 * @param utente login
 * @param gruppi groups of the engine
 * @param ambiti codici of the Ambiti he or she is a member of, directly or through a group
 */
public record Funzionario(String utente, List<String> gruppi, List<String> ambiti)
    implements AuthenticatedPrincipal {

  @Override
  public String getName() {
    return utente;
  }
}
