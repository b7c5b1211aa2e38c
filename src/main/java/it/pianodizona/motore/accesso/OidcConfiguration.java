package it.pianodizona.motore.accesso;

import it.pianodizona.motore.accesso.UtentiFederati.Esito;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Login through an OpenID Connect provider, with the authorization-code flow and PKCE. It ends in
 * the session that the engine's web applications and our pages know; the provider's tokens are not
 * kept, but for the one that its logout asks for.
 */
@Configuration(proxyBeanMethods = false)
@Profile("oidc")
@EnableConfigurationProperties(OidcProperties.class)
class OidcConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(OidcConfiguration.class);

  /** The provider is asked about itself at the first login: it may be down when we start. */
  @Bean
  ClientRegistrationRepository identitaDigitale(OidcProperties impostazioni) {
    return new SupplierClientRegistrationRepository(
        () -> new InMemoryClientRegistrationRepository(registrazione(impostazioni)));
  }

  @Bean
  @Order(0)
  SecurityFilterChain accessoFederato(
      HttpSecurity http, ClientRegistrationRepository fornitori, UtentiFederati utenti)
      throws Exception {
    var richieste = new DefaultOAuth2AuthorizationRequestResolver(fornitori, AccessoFederato.AVVIO);
    richieste.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    return http.securityMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/accesso/oidc/**"))
        .authorizeHttpRequests(regole -> regole.anyRequest().denyAll())
        .oauth2Login(
            accesso ->
                accesso
                    .loginPage(AccessoFederato.ACCESSO)
                    .clientRegistrationRepository(fornitori)
                    .authorizedClientRepository(new NessunGettoneConservato())
                    .authorizationEndpoint(e -> e.authorizationRequestResolver(richieste))
                    .redirectionEndpoint(e -> e.baseUri(AccessoFederato.RITORNO))
                    .successHandler((ri, risposta, chi) -> entra(utenti, ri, risposta, chi))
                    .failureHandler(OidcConfiguration::fallito))
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .securityContext(c -> c.securityContextRepository(new NullSecurityContextRepository()))
        .build();
  }

  private static ClientRegistration registrazione(OidcProperties impostazioni) {
    return ClientRegistrations.fromIssuerLocation(impostazioni.emittente())
        .registrationId(AccessoFederato.FORNITORE)
        .clientId(impostazioni.clientId())
        .clientSecret(impostazioni.clientSecret())
        .redirectUri("{baseUrl}" + AccessoFederato.RITORNO)
        .scope(
            java.util.stream.Stream.concat(
                    java.util.stream.Stream.of("openid"), impostazioni.scope().stream())
                .distinct()
                .toList())
        .userNameAttributeName("sub")
        .build();
  }

  private static void entra(
      UtentiFederati utenti,
      HttpServletRequest richiesta,
      HttpServletResponse risposta,
      Authentication chi)
      throws IOException {
    var persona = (OidcUser) chi.getPrincipal();
    Esito esito =
        utenti.accogli(persona.getIssuer().toString(), persona.getSubject(), persona.getClaims());
    var sessione = richiesta.getSession();
    sessione.setAttribute(AccessoFederato.ID_TOKEN, persona.getIdToken().getTokenValue());
    if (esito.rifiuto() != null) {
      risposta.sendRedirect(
          richiesta.getContextPath()
              + "/accesso/non-riuscito?motivo="
              + esito.rifiuto().name().toLowerCase(Locale.ROOT));
      return;
    }
    var accessi = new Authentications();
    accessi.addOrReplace(
        AuthenticationUtil.createAuthentication(ProcessEngines.NAME_DEFAULT, esito.utente()));
    AuthenticationUtil.updateSession(sessione, accessi);
    var segno = new Cookie(AccessoFederato.COOKIE, AccessoFederato.FEDERATO);
    segno.setPath(richiesta.getContextPath() + "/");
    segno.setSecure(richiesta.isSecure());
    segno.setAttribute("SameSite", "Lax");
    risposta.addCookie(segno);
    risposta.sendRedirect(richiesta.getContextPath() + AccessoFederato.meta(sessione));
  }

  /** Why is for who runs the installation: it names no person. */
  private static void fallito(
      HttpServletRequest richiesta, HttpServletResponse risposta, AuthenticationException errore)
      throws IOException {
    LOG.warn(
        "Accesso con l'identità digitale non riuscito: {}",
        errore instanceof OAuth2AuthenticationException oauth
            ? oauth.getError().getErrorCode()
            : errore.getClass().getSimpleName());
    risposta.sendRedirect(richiesta.getContextPath() + "/accesso/non-riuscito?motivo=fornitore");
  }

  /** The provider's access token serves for nothing after the login. */
  private static final class NessunGettoneConservato implements OAuth2AuthorizedClientRepository {

    @Override
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
        String fornitore, Authentication chi, HttpServletRequest richiesta) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient cliente,
        Authentication chi,
        HttpServletRequest richiesta,
        HttpServletResponse risposta) {
      // not kept
    }

    @Override
    public void removeAuthorizedClient(
        String fornitore,
        Authentication chi,
        HttpServletRequest richiesta,
        HttpServletResponse risposta) {
      // none is kept
    }
  }
}
