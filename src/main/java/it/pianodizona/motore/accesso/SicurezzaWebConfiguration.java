package it.pianodizona.motore.accesso;

import it.pianodizona.motore.accesso.Percorsi.Mondo;
import it.pianodizona.motore.accesso.Percorsi.Regola;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who gets through over HTTP, as {@link Percorsi} says line by line. Four worlds: the engine's REST
 * interface (login at each request), the figures for who watches the installation (the same), the
 * engine's web applications (their own login), and our pages, which know who is logged in to those.
 * Everything that is not listed is answered as if it were not there.
 */
@Configuration(proxyBeanMethods = false)
class SicurezzaWebConfiguration {

  private static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'";

  private static final String FUNZIONI_DEL_BROWSER =
      "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

  /** Tells the page of a refusal that the form was too old, not that the person may not. */
  private static final String GETTONE_RIFIUTATO = "gettoneRifiutato";

  private static final RequestMatcher ACCESSO_ALLE_APPLICAZIONI =
      PathPatternRequestMatcher.withDefaults()
          .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{motore}/login/{applicazione}");

  private static final RequestMatcher DATI_DEL_MOTORE =
      new OrRequestMatcher(
          percorso("/engine-rest/**"),
          percorso("/camunda/api/engine/**"),
          percorso("/camunda/api/admin/auth/**"));

  /** Mail programs send it on their own, without having seen a page (RFC 8058). */
  private static final String RINUNCIA_IMMEDIATA = "/comunicazioni/{gettone}/rinuncia-immediata";

  private final Percorsi percorsi;
  private final String amministratori;
  private final boolean produzione;
  private final boolean federato;

  SicurezzaWebConfiguration(Percorsi percorsi, Ruoli ruoli, Environment ambiente) {
    this.percorsi = percorsi;
    this.amministratori = ruoli.amministratori().id();
    this.produzione = ambiente.acceptsProfiles(Profiles.of("prod"));
    this.federato = ambiente.acceptsProfiles(Profiles.of(AccessoFederato.PROFILO));
  }

  /**
   * No figure for each filter of each request: nobody looks at them, and whoever sends a form pays
   * for them.
   */
  @Bean
  SecurityObservationSettings senzaMisureDeiFiltri() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  @Order(1)
  SecurityFilterChain restDelMotore(HttpSecurity http, IdentityService identita) throws Exception {
    return senzaSessione(http.securityMatcher(percorso("/engine-rest/**")))
        .authorizeHttpRequests(
            regole ->
                regole
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .addFilterAfter(new IdentitaNelMotoreFilter(identita), AuthorizationFilter.class)
        .addFilterAfter(
            new PorteDelMotoreFilter(
                percorsi,
                amministratori,
                richiesta -> funzionario(SecurityContextHolder.getContext().getAuthentication())),
            IdentitaNelMotoreFilter.class)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain operazioni(HttpSecurity http, AccessoDiSorveglianza sorveglianza)
      throws Exception {
    return senzaSessione(http.securityMatcher(percorso("/actuator/**")))
        .authenticationProvider(sorveglianza.perLeMisure())
        .authorizeHttpRequests(
            regole ->
                regole
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .anyRequest()
                    .access(dalla(Mondo.OPERAZIONI)))
        .exceptionHandling(
            rifiuti ->
                rifiuti
                    .accessDeniedHandler(rifiuto())
                    .authenticationEntryPoint(
                        (richiesta, risposta, errore) -> {
                          if (regola(Mondo.OPERAZIONI, richiesta).isEmpty()) {
                            inesistente(risposta);
                          } else {
                            accessoRichiesto().commence(richiesta, risposta, errore);
                          }
                        }))
        .build();
  }

  /** The engine's filters check login and CSRF here. */
  @Bean
  @Order(3)
  SecurityFilterChain applicazioniDelMotore(
      HttpSecurity http,
      AutenticazioneDelMotore autenticazione,
      TentativiDiAccesso tentativi,
      AllineamentoAppartenenze appartenenze)
      throws Exception {
    if (federato) {
      http.addFilterBefore(
          new AccessoFederatoFilter(ACCESSO_ALLE_APPLICAZIONI), AuthorizationFilter.class);
    }
    return http.securityMatcher(percorso("/camunda/**"))
        .authorizeHttpRequests(regole -> regole.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        // what the engine's filters have already set, the policy of its pages above all, stays
        .headers(SicurezzaWebConfiguration::intestazioni)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(Customizer.withDefaults())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterAfter(
            new AccessoAlleApplicazioniFilter(
                ACCESSO_ALLE_APPLICAZIONI, tentativi, appartenenze::allinea),
            AuthorizationFilter.class)
        .addFilterAfter(
            new PorteDelMotoreFilter(
                percorsi,
                amministratori,
                richiesta ->
                    FunzionarioInSessioneFilter.utente(richiesta).map(autenticazione::funzionario)),
            AccessoAlleApplicazioniFilter.class)
        .build();
  }

  /**
   * The interface for programs, which log in at each request; pages of ours ask it with the login
   * of the web applications. What may be asked is in the table of the pages.
   */
  @Bean
  @Order(4)
  SecurityFilterChain programmi(
      HttpSecurity http, IdentityService identita, AutenticazioneDelMotore autenticazione)
      throws Exception {
    return senzaSessione(http.securityMatcher(percorso("/api/v1/**")))
        .authorizeHttpRequests(
            regole ->
                regole
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .anyRequest()
                    .access(dalla(Mondo.PAGINE)))
        .exceptionHandling(
            rifiuti ->
                rifiuti
                    .accessDeniedHandler(rifiuto())
                    .authenticationEntryPoint(
                        (richiesta, risposta, errore) -> {
                          if (regola(Mondo.PAGINE, richiesta).isEmpty()) {
                            inesistente(risposta);
                          } else {
                            accessoRichiesto().commence(richiesta, risposta, errore);
                          }
                        }))
        // the session is of the web applications: a new id for it would throw their people out
        .sessionManagement(AbstractHttpConfigurer::disable)
        .securityContext(c -> c.securityContextRepository(new NullSecurityContextRepository()))
        .addFilterBefore(
            new FunzionarioInSessioneFilter(autenticazione, richiesta -> true),
            AnonymousAuthenticationFilter.class)
        .addFilterAfter(new IdentitaNelMotoreFilter(identita), AuthorizationFilter.class)
        .build();
  }

  @Bean
  @Order(5)
  SecurityFilterChain pagine(
      HttpSecurity http, IdentityService identita, AutenticazioneDelMotore autenticazione)
      throws Exception {
    return http.authorizeHttpRequests(
            regole ->
                regole
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .anyRequest()
                    .access(dalla(Mondo.PAGINE)))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(gettoni())
                    .ignoringRequestMatchers(
                        PathPatternRequestMatcher.withDefaults()
                            .matcher(HttpMethod.POST, RINUNCIA_IMMEDIATA)))
        .headers(SicurezzaWebConfiguration::intestazioni)
        .exceptionHandling(
            rifiuti ->
                rifiuti.accessDeniedHandler(rifiuto()).authenticationEntryPoint(versoLAccesso()))
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        // the session is Tasklist's: at each request a new id for it would throw its people out
        .sessionManagement(AbstractHttpConfigurer::disable)
        .securityContext(c -> c.securityContextRepository(new NullSecurityContextRepository()))
        .addFilterBefore(
            new FunzionarioInSessioneFilter(
                autenticazione,
                richiesta ->
                    regola(Mondo.PAGINE, richiesta).filter(r -> !r.pubblica()).isPresent()),
            AnonymousAuthenticationFilter.class)
        .addFilterAfter(new IdentitaNelMotoreFilter(identita), AuthorizationFilter.class)
        .build();
  }

  private static void intestazioni(HeadersConfigurer<HttpSecurity> intestazioni) {
    intestazioni
        .contentSecurityPolicy(csp -> csp.policyDirectives(CSP))
        .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(p -> p.policy(FUNZIONI_DEL_BROWSER))
        // over the engine's own "no-cache", which lets browsers keep people's data on a disk
        .addHeaderWriter(
            (richiesta, risposta) -> {
              if (DATI_DEL_MOTORE.matches(richiesta)) {
                risposta.setHeader(
                    HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
              }
            });
  }

  /**
   * The one authentication provider is found by itself: named here too, it would be asked twice.
   */
  private static HttpSecurity senzaSessione(HttpSecurity http) throws Exception {
    return http.httpBasic(basic -> basic.authenticationEntryPoint(accessoRichiesto()))
        .headers(SicurezzaWebConfiguration::intestazioni)
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }

  private AuthorizationManager<RequestAuthorizationContext> dalla(Mondo mondo) {
    return (chi, contesto) ->
        new AuthorizationDecision(
            regola(mondo, contesto.getRequest())
                .filter(r -> r.consente(funzionario(chi.get()).orElse(null), amministratori))
                .isPresent());
  }

  /** The line of the table, when the path exists in this profile. */
  private Optional<Regola> regola(Mondo mondo, HttpServletRequest richiesta) {
    var percorso = richiesta.getRequestURI().substring(richiesta.getContextPath().length());
    return percorsi
        .regola(mondo, richiesta.getMethod(), percorso)
        .filter(regola -> !(produzione && regola.chi().contains(Percorsi.DIMOSTRAZIONE)));
  }

  private static Optional<Funzionario> funzionario(Authentication autenticazione) {
    return autenticazione != null
            && autenticazione.getPrincipal() instanceof Funzionario funzionario
        ? Optional.of(funzionario)
        : Optional.empty();
  }

  private static AuthenticationEntryPoint accessoRichiesto() {
    var basic = new BasicAuthenticationEntryPoint();
    basic.setRealmName("Piano di Zona");
    return (richiesta, risposta, errore) -> {
      if (errore instanceof TroppiTentativi troppi) {
        troppi.rispondi(risposta);
      } else {
        basic.commence(richiesta, risposta, errore);
      }
    };
  }

  /** A page for officials asks to log in; what nobody may see is not there. */
  private AuthenticationEntryPoint versoLAccesso() {
    return (richiesta, risposta, errore) -> {
      var regola = regola(Mondo.PAGINE, richiesta);
      if (regola.isEmpty() || regola.get().chi().contains(Percorsi.NESSUNO)) {
        inesistente(risposta);
      } else if (richiesta.getMethod().equals("GET")) {
        risposta.sendRedirect(
            federato
                ? AccessoFederatoFilter.versoIlFornitore(richiesta)
                : richiesta.getContextPath() + AccessoFederato.TASKLIST);
      } else {
        risposta.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      }
    };
  }

  /** In a cookie of its own name: the engine's web applications use one called XSRF-TOKEN. */
  private static CookieCsrfTokenRepository gettoni() {
    var gettoni = new CookieCsrfTokenRepository();
    gettoni.setCookieName("PIANODIZONA-CSRF");
    gettoni.setHeaderName("X-PIANODIZONA-CSRF");
    gettoni.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
    return gettoni;
  }

  private static AccessDeniedHandler rifiuto() {
    return (richiesta, risposta, errore) -> {
      if (errore instanceof CsrfException) {
        richiesta.setAttribute(GETTONE_RIFIUTATO, true);
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
