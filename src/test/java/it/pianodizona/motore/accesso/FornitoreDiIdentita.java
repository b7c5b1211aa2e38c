package it.pianodizona.motore.accesso;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * A real OpenID Connect provider, with its own login page, keys and logout, in a web server of its
 * own. Unlike an installed product it can also be told to lie.
 */
final class FornitoreDiIdentita {

  static final String CLIENTE = "piano-di-zona";
  static final String SEGRETO = "segreto-del-cliente-di-prova";

  private final ConfigurableApplicationContext contesto;

  private FornitoreDiIdentita(ConfigurableApplicationContext contesto) {
    this.contesto = contesto;
  }

  static FornitoreDiIdentita avvia() {
    return new FornitoreDiIdentita(
        new SpringApplicationBuilder(Fornitore.class)
            .web(WebApplicationType.SERVLET)
            .properties(
                "spring.config.name=fornitore",
                "server.port=0",
                "spring.main.banner-mode=off",
                "server.servlet.session.cookie.name=FORNITORE")
            .run());
  }

  String emittente() {
    return "http://localhost:"
        + ((ServletWebServerApplicationContext) contesto).getWebServer().getPort();
  }

  /** The application that may send people here, at its address of this run. */
  void registra(String indirizzo) {
    contesto.getBean(InMemoryRegisteredClientRepository.class).save(cliente(indirizzo));
  }

  /** What is said of somebody from the next login on. */
  void dice(String chi, Map<String, Object> claim) {
    contesto.getBean(Detti.class).claim.put(chi, new HashMap<>(claim));
  }

  /** Changes every id token before it is signed; nothing after {@link #onesto()}. */
  void mente(Consumer<JwtClaimsSet.Builder> bugia) {
    contesto.getBean(Detti.class).bugia = bugia;
  }

  void onesto() {
    mente(claim -> {});
  }

  private static RegisteredClient cliente(String indirizzo) {
    return RegisteredClient.withId("1")
        .clientId(CLIENTE)
        .clientSecret("{noop}" + SEGRETO)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri(indirizzo + "/accesso/oidc/ritorno")
        .postLogoutRedirectUri(indirizzo + "/")
        .scope("openid")
        .scope("profile")
        .scope("email")
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build())
        .build();
  }

  static final class Detti {
    private final Map<String, Map<String, Object>> claim = new ConcurrentHashMap<>();
    private volatile Consumer<JwtClaimsSet.Builder> bugia = c -> {};
  }

  @TestConfiguration(proxyBeanMethods = false)
  @EnableWebSecurity
  @ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
  })
  static class Fornitore {

    @Bean
    Detti detti() {
      return new Detti();
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocollo(HttpSecurity http) throws Exception {
      var fornitore = OAuth2AuthorizationServerConfigurer.authorizationServer();
      return http.securityMatcher(fornitore.getEndpointsMatcher())
          .with(fornitore, f -> f.oidc(Customizer.withDefaults()))
          .authorizeHttpRequests(r -> r.anyRequest().authenticated())
          .oauth2ResourceServer(r -> r.jwt(Customizer.withDefaults()))
          .exceptionHandling(
              e -> e.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
          .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain accesso(HttpSecurity http) throws Exception {
      return http.authorizeHttpRequests(r -> r.anyRequest().authenticated())
          .formLogin(Customizer.withDefaults())
          .build();
    }

    /** Everybody exists, with the same password. */
    @Bean
    UserDetailsService persone() {
      return chi -> User.withUsername(chi).password("{noop}parola").roles("PERSONA").build();
    }

    @Bean
    InMemoryRegisteredClientRepository clienti() {
      return new InMemoryRegisteredClientRepository(cliente("http://127.0.0.1"));
    }

    @Bean
    JWKSource<SecurityContext> chiavi() throws NoSuchAlgorithmException {
      var generatore = KeyPairGenerator.getInstance("RSA");
      generatore.initialize(2048);
      var coppia = generatore.generateKeyPair();
      return new ImmutableJWKSet<>(
          new JWKSet(
              new RSAKey.Builder((RSAPublicKey) coppia.getPublic())
                  .privateKey((RSAPrivateKey) coppia.getPrivate())
                  .keyID("1")
                  .build()));
    }

    @Bean
    JwtDecoder gettoni(JWKSource<SecurityContext> chiavi) {
      return OAuth2AuthorizationServerConfiguration.jwtDecoder(chiavi);
    }

    @Bean
    AuthorizationServerSettings impostazioni() {
      return AuthorizationServerSettings.builder().build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claim(Detti detti) {
      return contesto -> {
        if (OidcParameterNames.ID_TOKEN.equals(contesto.getTokenType().getValue())) {
          detti
              .claim
              .getOrDefault(contesto.getPrincipal().getName(), Map.of())
              .forEach((nome, valore) -> contesto.getClaims().claim(nome, valore));
          detti.bugia.accept(contesto.getClaims());
        }
      };
    }
  }
}
