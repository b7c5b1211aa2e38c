package it.pianodizona.motore.accesso;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Groups;
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

  /** Whether he or she runs the installation. */
  public boolean amministratore() {
    return gruppi.contains(Groups.CAMUNDA_ADMIN);
  }

  /** Whether he or she acts in the Ambito as a member of one of the groups. */
  public boolean opera(String codiceAmbito, String... neiGruppi) {
    return amministratore()
        || ambiti.contains(codiceAmbito) && Stream.of(neiGruppi).anyMatch(gruppi::contains);
  }

  @Override
  public String getName() {
    return utente;
  }
}
