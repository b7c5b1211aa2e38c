package it.pianodizona.motore.accesso;

import java.util.List;
import org.camunda.bpm.engine.AuthenticationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Checks login and password against the engine's own users. */
@Component
class AutenticazioneDelMotore implements AuthenticationProvider {

  private final IdentityService identita;

  AutenticazioneDelMotore(IdentityService identita) {
    this.identita = identita;
  }

  @Override
  public Authentication authenticate(Authentication richiesta) {
    var utente = richiesta.getName();
    var password = richiesta.getCredentials() == null ? "" : richiesta.getCredentials().toString();
    if (!credenzialiGiuste(utente, password)) {
      throw new BadCredentialsException("Utente o password non validi");
    }
    return di(utente);
  }

  /** Somebody whose identity is already proven, with the groups and Ambiti of this moment. */
  Authentication di(String utente) {
    var funzionario = new Funzionario(utente, gruppi(utente), ambiti(utente));
    return UsernamePasswordAuthenticationToken.authenticated(
        funzionario, null, funzionario.gruppi().stream().map(SimpleGrantedAuthority::new).toList());
  }

  @Override
  public boolean supports(Class<?> tipo) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(tipo);
  }

  private boolean credenzialiGiuste(String utente, String password) {
    try {
      return !utente.isEmpty() && identita.checkPassword(utente, password);
    } catch (AuthenticationException bloccato) {
      return false;
    }
  }

  private List<String> gruppi(String utente) {
    return identita.createGroupQuery().groupMember(utente).list().stream()
        .map(Group::getId)
        .toList();
  }

  private List<String> ambiti(String utente) {
    return identita
        .createTenantQuery()
        .userMember(utente)
        .includingGroupsOfUser(true)
        .list()
        .stream()
        .map(Tenant::getId)
        .toList();
  }
}
