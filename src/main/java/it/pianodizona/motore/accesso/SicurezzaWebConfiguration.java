package it.pianodizona.motore.accesso;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who gets through over HTTP. Four worlds: the engine's REST interface (login at each request), the
 * engine's web applications (their own login), the offices' pages (the login of Tasklist), and our
 * other pages, of which only the listed ones exist for the public. Everything else is answered as
 * if it were not there.
 */
@Configuration(proxyBeanMethods = false)
class SicurezzaWebConfiguration {

  private static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'";

  private static final List<String> PUBBLICI =
      List.of(
          "/",
          "/avvisi",
          "/avvisi.json",
          "/avvisi/**",
          "/partecipazione/**",
          "/posto/**",
          "/comunicazioni/**",
          "/accessibilita",
          "/informativa",
          "/css/**",
          "/js/**",
          "/webjars/bootstrap-italia/**",
          "/actuator/health",
          "/actuator/health/**");

  /** Pages for officials: who is logged in to Tasklist is known here; each page checks the rest. */
  private static final List<String> DEGLI_UFFICI =
      List.of(
          "/ufficio/**",
          "/fascicolo/**",
          "/protocollo/**",
          "/documento/**",
          "/assemblea/**",
          "/accordo/**",
          "/flussi/**",
          "/attuazione/**",
          "/amministrazione/**");

  /** The catcher of outgoing mail and the movable clock: never in production. */
  private static final List<String> DIMOSTRATIVI =
      List.of("/posta", "/posta/**", "/demo", "/demo/**", "/api/demo/**");

  /** Mail programs send it on their own, without having seen a page (RFC 8058). */
  private static final String RINUNCIA_IMMEDIATA = "/comunicazioni/{gettone}/rinuncia-immediata";

  @Bean
  @Order(1)
  SecurityFilterChain restDelMotore(
      HttpSecurity http, IdentityService identita, AutenticazioneDelMotore autenticazione)
      throws Exception {
    return http.securityMatcher(percorso("/engine-rest/**"))
        .authenticationProvider(autenticazione)
        .authorizeHttpRequests(
            regole ->
                regole
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .httpBasic(basic -> basic.realmName("Piano di Zona"))
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterAfter(new IdentitaNelMotoreFilter(identita), AuthorizationFilter.class)
        .build();
  }

  /** The engine's filters check login, CSRF and headers here. */
  @Bean
  @Order(2)
  SecurityFilterChain applicazioniDelMotore(HttpSecurity http) throws Exception {
    return http.securityMatcher(percorso("/camunda/**"))
        .authorizeHttpRequests(regole -> regole.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(Customizer.withDefaults())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain pagineDegliUffici(
      HttpSecurity http,
      IdentityService identita,
      ProcessEngine motore,
      AutenticazioneDelMotore autenticazione)
      throws Exception {
    var percorsi =
        DEGLI_UFFICI.stream()
            .map(SicurezzaWebConfiguration::percorso)
            .toArray(RequestMatcher[]::new);
    return http.securityMatcher(new OrRequestMatcher(percorsi))
        .authorizeHttpRequests(
            regole ->
                regole
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .csrf(csrf -> csrf.csrfTokenRepository(gettoni()))
        .headers(SicurezzaWebConfiguration::intestazioni)
        .exceptionHandling(
            rifiuti ->
                rifiuti
                    .accessDeniedHandler(rifiuto())
                    .authenticationEntryPoint(
                        (richiesta, risposta, e) ->
                            risposta.sendRedirect(
                                richiesta.getContextPath() + "/camunda/app/tasklist/default/")))
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        // the session is Tasklist's: at each request a new id for it would throw its people out
        .sessionManagement(AbstractHttpConfigurer::disable)
        .securityContext(c -> c.securityContextRepository(new NullSecurityContextRepository()))
        .addFilterBefore(
            new SessioneDiTasklistFilter(motore, autenticazione),
            AnonymousAuthenticationFilter.class)
        .addFilterAfter(new IdentitaNelMotoreFilter(identita), AuthorizationFilter.class)
        .build();
  }

  @Bean
  @Order(4)
  SecurityFilterChain pagine(HttpSecurity http, Environment ambiente) throws Exception {
    var aperti = new ArrayList<>(PUBBLICI);
    if (!ambiente.acceptsProfiles(Profiles.of("prod"))) {
      aperti.addAll(DIMOSTRATIVI);
    }
    var percorsi =
        aperti.stream().map(SicurezzaWebConfiguration::percorso).toArray(RequestMatcher[]::new);
    return http.authorizeHttpRequests(
            regole ->
                regole
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(HttpMethod.TRACE)
                    .denyAll()
                    .requestMatchers(percorsi)
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(gettoni())
                    .ignoringRequestMatchers(
                        PathPatternRequestMatcher.withDefaults()
                            .matcher(HttpMethod.POST, RINUNCIA_IMMEDIATA)))
        .headers(SicurezzaWebConfiguration::intestazioni)
        .exceptionHandling(
            rifiuti ->
                rifiuti
                    .accessDeniedHandler(rifiuto())
                    .authenticationEntryPoint((richiesta, risposta, e) -> inesistente(risposta)))
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  private static void intestazioni(HeadersConfigurer<HttpSecurity> intestazioni) {
    intestazioni
        .contentSecurityPolicy(csp -> csp.policyDirectives(CSP))
        .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN));
  }

  /** In a cookie of its own name: the engine's web applications use one called XSRF-TOKEN. */
  private static CookieCsrfTokenRepository gettoni() {
    var gettoni = new CookieCsrfTokenRepository();
    gettoni.setCookieName("PIANODIZONA-CSRF");
    gettoni.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
    return gettoni;
  }

  private static AccessDeniedHandler rifiuto() {
    return (richiesta, risposta, errore) -> {
      if (errore instanceof CsrfException) {
        risposta.sendError(HttpServletResponse.SC_FORBIDDEN);
      } else {
        inesistente(risposta);
      }
    };
  }

  private static void inesistente(HttpServletResponse risposta) throws IOException {
    risposta.sendError(HttpServletResponse.SC_NOT_FOUND);
  }

  private static RequestMatcher percorso(String modello) {
    return PathPatternRequestMatcher.withDefaults().matcher(modello);
  }
}
