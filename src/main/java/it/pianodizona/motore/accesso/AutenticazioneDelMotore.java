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
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks login and password against the engine's own users. Wrong passwords are counted: see {@link
 * TentativiDiAccesso}.
 */
@Component
class AutenticazioneDelMotore implements AuthenticationProvider {

  private final IdentityService identita;
  private final TentativiDiAccesso tentativi;
  private final AllineamentoAppartenenze appartenenze;

  AutenticazioneDelMotore(
      IdentityService identita,
      TentativiDiAccesso tentativi,
      AllineamentoAppartenenze appartenenze) {
    this.identita = identita;
    this.tentativi = tentativi;
    this.appartenenze = appartenenze;
  }

  /**
   * @throws TroppiTentativi when this account, or this address, has to wait first
   */
  @Override
  public Authentication authenticate(Authentication richiesta) {
    var utente = richiesta.getName();
    var password = richiesta.getCredentials() == null ? "" : richiesta.getCredentials().toString();
    var indirizzo =
        richiesta.getDetails() instanceof WebAuthenticationDetails dettagli
            ? dettagli.getRemoteAddress()
            : "";
    var attesa = tentativi.attesa(utente, indirizzo);
    if (!attesa.isZero()) {
      throw new TroppiTentativi(attesa);
    }
    if (!credenzialiGiuste(utente, password)) {
      tentativi.fallito(utente, indirizzo);
      throw new BadCredentialsException("Utente o password non validi");
    }
    tentativi.riuscito(utente, indirizzo);
    appartenenze.allinea(utente);
    return di(utente);
  }

  /** Somebody whose identity is proven already, with the groups and Ambiti of this moment. */
  Authentication di(String utente) {
    var funzionario = funzionario(utente);
    return UsernamePasswordAuthenticationToken.authenticated(
        funzionario, null, funzionario.gruppi().stream().map(SimpleGrantedAuthority::new).toList());
  }

  /** A user as the engine knows him or her now. */
  Funzionario funzionario(String utente) {
    return new Funzionario(utente, gruppi(utente), ambiti(utente));
  }

  boolean esiste(String utente) {
    return identita.createUserQuery().userId(utente).count() == 1;
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
