package it.pianodizona.motore.accesso;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import it.pianodizona.giro.Finestre;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Single sign-on against a real provider, which runs until the tests end, through the flow that a
 * browser walks: the page asked for, the provider's login form, the way back, the application as
 * that person.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:oidc;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE",
      "camunda.bpm.job-execution.enabled=false",
      "pianodizona.posta.attiva=false",
      "pianodizona.dimostrazione.attiva=false",
      "pianodizona.incarichi.allineamento-giornaliero=false",
      "pianodizona.oidc.client-id=" + FornitoreDiIdentita.CLIENTE,
      "pianodizona.oidc.client-secret=" + FornitoreDiIdentita.SEGRETO,
      "pianodizona.oidc.gruppi.SERVIZI-SOCIALI-RUP=rup",
      "pianodizona.oidc.gruppi.GESTORI=camunda-admin"
    })
@ActiveProfiles("oidc")
class OidcTest {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private static final FornitoreDiIdentita FORNITORE = FornitoreDiIdentita.avvia();

  @LocalServerPort private int porta;
  @Autowired private ProcessEngine motore;
  @Autowired private IdentityService identita;

  @DynamicPropertySource
  static void emittente(DynamicPropertyRegistry proprieta) {
    proprieta.add("pianodizona.oidc.emittente", FORNITORE::emittente);
  }

  @BeforeEach
  void prepara() {
    ProcessEngines.registerProcessEngine(motore);
    FORNITORE.registra(applicazione(""));
    FORNITORE.onesto();
  }

  @Test
  void chiApreTasklistAccedeDalFornitoreEdELuiConISuoiGruppiEAmbiti() throws Exception {
    FORNITORE.dice(
        "u1",
        Map.of(
            "preferred_username", "ada.colombi",
            "given_name", "Ada",
            "family_name", "Colombi",
            "email", "ada.colombi@ente.example",
            "gruppi", List.of("ufficio-di-piano", "SERVIZI-SOCIALI-RUP"),
            "ambiti", "50084"));
    var browser = new Navigatore();

    var arrivo = browser.accede(TASKLIST, "u1");

    assertThat(arrivo.uri()).hasPath(TASKLIST);
    assertThat(arrivo.statusCode()).isEqualTo(200);
    var io = browser.json("/camunda/api/admin/auth/user/default");
    assertThat(io.get("userId")).isEqualTo("ada.colombi");
    assertThat((List<?>) io.get("authorizedApps"))
        .asList()
        .contains("tasklist")
        .doesNotContain("admin", "cockpit");
    var profilo = browser.json("/camunda/api/engine/engine/default/user/ada.colombi/profile");
    assertThat(profilo).containsEntry("firstName", "Ada").containsEntry("lastName", "Colombi");
    assertThat(gruppi("ada.colombi")).containsExactlyInAnyOrder("ufficio-di-piano", "rup");
    assertThat(ambiti("ada.colombi")).containsExactly("50084");
    // the offices' pages know the same person, in her Ambito only
    assertThat(browser.chiedi("/assemblea/regolamento/50084").statusCode()).isEqualTo(200);
    assertThat(browser.chiedi("/assemblea/regolamento/50001").statusCode()).isEqualTo(404);
  }

  @Test
  void chiSeguivaUnCollegamentoArrivaLi() throws Exception {
    unFunzionario("u2", "bruno.sala");

    var arrivo = new Navigatore().accede("/assemblea/regolamento/50084", "u2");

    assertThat(arrivo.uri()).hasPath("/assemblea/regolamento/50084");
    assertThat(arrivo.statusCode()).isEqualTo(200);
  }

  @Test
  void chiGestisceEntraInAdminECockpitSoloConUnaCorrispondenzaScritta() throws Exception {
    FORNITORE.dice("u3", Map.of("preferred_username", "gea", "gruppi", List.of("GESTORI")));
    FORNITORE.dice(
        "u4",
        Map.of(
            "preferred_username", "furbo", "gruppi", List.of("camunda-admin"), "ambiti", "50084"));
    var gestore = new Navigatore();
    gestore.accede(TASKLIST, "u3");
    var io = gestore.json("/camunda/api/admin/auth/user/default");
    assertThat((List<?>) io.get("authorizedApps")).asList().contains("admin", "cockpit");

    var arrivo = new Navigatore().accede(TASKLIST, "u4");

    assertThat(arrivo.uri()).hasPath("/accesso/non-riuscito");
    assertThat(gruppi("furbo")).isEmpty();
  }

  @Test
  void unGruppoSconosciutoEIgnoratoEDettoNelLogSenzaDireDiChi() throws Exception {
    var righe = new ListAppender<ILoggingEvent>();
    righe.start();
    var log = (Logger) LoggerFactory.getLogger(UtentiFederati.class);
    log.addAppender(righe);
    FORNITORE.dice(
        "u5",
        Map.of(
            "preferred_username", "carlo.pina",
            "gruppi", List.of("ufficio-di-piano", "MENSA"),
            "ambiti", List.of("50084", "99999")));
    try {
      assertThat(new Navigatore().accede(TASKLIST, "u5").uri()).hasPath(TASKLIST);
    } finally {
      log.detachAppender(righe);
    }
    assertThat(righe.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactlyInAnyOrder(
            "Gruppo «MENSA» dell'identità digitale ignorato: qui non esiste",
            "Ambito «99999» dell'identità digitale ignorato: qui non esiste");
    assertThat(ambiti("carlo.pina")).containsExactly("50084");
  }

  @ParameterizedTest
  @CsvSource({
    "u6,dora.nessuno,'',''",
    "u7,elio.solo,ufficio-di-piano,''",
    "u8,fabio.solo,'',50084"
  })
  void chiNonHaRuoloOAmbitoLeggePerche(String chi, String utente, String gruppi, String ambiti)
      throws Exception {
    FORNITORE.dice(chi, Map.of("preferred_username", utente, "gruppi", gruppi, "ambiti", ambiti));
    var browser = new Navigatore();

    var arrivo = browser.accede(TASKLIST, chi);

    assertThat(arrivo.uri()).hasPath("/accesso/non-riuscito");
    assertThat(arrivo.statusCode()).isEqualTo(403);
    assertThat(arrivo.body()).contains("nessun ruolo in nessun Ambito");
    assertThat(browser.chiedi("/camunda/api/engine/engine/default/task").statusCode())
        .isEqualTo(401);
  }

  @Test
  void unClaimCambiatoValeDalProssimoAccessoECioCheEDatoAManoResta() throws Exception {
    unFunzionario("u9", "gina.locatelli");
    new Navigatore().accede(TASKLIST, "u9");
    identita.createMembership("gina.locatelli", "facilitatore");

    FORNITORE.dice(
        "u9", Map.of("preferred_username", "gina.locatelli", "gruppi", "rup", "ambiti", "50085"));
    var browser = new Navigatore();
    browser.accede(TASKLIST, "u9");

    assertThat(gruppi("gina.locatelli")).containsExactlyInAnyOrder("rup", "facilitatore");
    assertThat(ambiti("gina.locatelli")).containsExactly("50085");
    assertThat(browser.chiedi("/assemblea/regolamento/50084").statusCode()).isEqualTo(404);
  }

  @Test
  void ilNomeDiUnAltroNonSiPrende() throws Exception {
    unFunzionario("u10", "ivo.testa");
    new Navigatore().accede(TASKLIST, "u10");
    unFunzionario("u11", "ivo.testa");
    unFunzionario("u12", "admin");

    for (var chi : List.of("u11", "u12")) {
      var arrivo = new Navigatore().accede(TASKLIST, chi);
      assertThat(arrivo.uri()).hasPath("/accesso/non-riuscito");
      assertThat(arrivo.body()).contains("appartiene qui a");
    }
    assertThat(identita.checkPassword("admin", "demo")).isTrue();
  }

  @Test
  void unUtenteDiPrimaPassaAllAccessoFederatoELaSuaPasswordNonApreePiu() throws Exception {
    assertThat(identita.checkPassword("facilitatore", "demo")).isTrue();
    unFunzionario("u13", "facilitatore");

    assertThat(new Navigatore().accede(TASKLIST, "u13").uri()).hasPath(TASKLIST);

    assertThat(identita.checkPassword("facilitatore", "demo")).isFalse();
    assertThat(gruppi("facilitatore")).contains("facilitatore", "ufficio-di-piano");
  }

  @ParameterizedTest
  @ValueSource(strings = {"emittente", "nonce", "scaduto", "destinatario"})
  void unGettoneSbagliatoNonApreNulla(String difetto) throws Exception {
    unFunzionario("u14", "lia.rota");
    var bugie =
        Map.<String, Consumer<JwtClaimsSet.Builder>>of(
            "emittente", c -> c.issuer("https://altrove.example"),
            "nonce", c -> c.claim("nonce", "di-un-altro"),
            "scaduto",
                c ->
                    c.issuedAt(Instant.now().minusSeconds(7200))
                        .expiresAt(Instant.now().minusSeconds(3600)),
            "destinatario", c -> c.audience(List.of("un-altra-applicazione")));
    FORNITORE.mente(bugie.get(difetto));
    var browser = new Navigatore();

    var arrivo = browser.accede(TASKLIST, "u14");

    assertThat(arrivo.uri()).hasPath("/accesso/non-riuscito");
    assertThat(arrivo.body()).contains("non ha confermato");
    assertThat(browser.chiedi("/camunda/api/engine/engine/default/task").statusCode())
        .isEqualTo(401);
    assertThat(identita.createUserQuery().userId("lia.rota").count()).isZero();
  }

  @Test
  void unRitornoSenzaPartenzaNonApreNulla() throws Exception {
    var browser = new Navigatore();

    assertThat(browser.segui(applicazione("/accesso/oidc/ritorno?code=x&state=y")).uri())
        .hasPath("/accesso/non-riuscito");
  }

  @ParameterizedTest
  @ValueSource(strings = {"//altrove.example/", "https://altrove.example/", "/\\altrove.example"})
  void ilRitornoNonPortaSuUnAltroSito(String per) throws Exception {
    unFunzionario("u15", "mara.viola");

    var arrivo =
        new Navigatore()
            .accede("/accesso?per=" + URLEncoder.encode(per, StandardCharsets.UTF_8), "u15");

    assertThat(arrivo.uri()).hasPath(TASKLIST);
    assertThat(arrivo.uri().getHost()).isEqualTo("127.0.0.1");
  }

  @Test
  void chiEsceEsceAncheDalFornitore() throws Exception {
    unFunzionario("u16", "nino.fusi");
    var browser = new Navigatore();
    browser.accede(TASKLIST, "u16");
    assertThat(browser.chiedi("/camunda/api/engine/engine/default/task").statusCode())
        .isEqualTo(200);

    var arrivo = browser.segui(applicazione("/accesso/esci"));

    assertThat(arrivo.uri()).isEqualTo(URI.create(applicazione("/")));
    assertThat(browser.chiedi("/camunda/api/engine/engine/default/task").statusCode())
        .isEqualTo(401);
    // and whoever sits down here next is asked who he or she is
    assertThat(browser.segui(applicazione(TASKLIST)).uri()).hasPath("/login");
  }

  @Test
  void inUnBrowserSiEntraESiEsceConIComandiDiTasklist() {
    unFunzionario("u17", "olga.piro");
    try (var finestre = new Finestre(applicazione(""), Path.of("target", "oidc"))) {
      var finestra = finestre.di("olga.piro");
      var pagina = finestra.pagina();
      finestra.vai(TASKLIST);
      pagina.locator("input[name=username]").fill("u17");
      pagina.locator("input[name=password]").fill("parola");
      pagina.locator("button[type=submit]").click();
      pagina.locator(".task-filters").first().waitFor();
      assertThat(pagina.locator(".account > a").innerText()).contains("olga.piro");

      pagina.locator(".account > a").click();
      pagina.locator(".account .logout a").click();
      pagina.waitForURL(
          applicazione("/"), new Page.WaitForURLOptions().setWaitUntil(WaitUntilState.COMMIT));

      finestra.vai(TASKLIST);
      pagina.locator("input[name=password]").waitFor();
      assertThat(URI.create(pagina.url())).hasHost("localhost").hasPath("/login");
    }
  }

  @Test
  void lePasswordNonApronoPiuLeApplicazioni() throws Exception {
    var risposta =
        new Navigatore()
            .manda(
                applicazione("/camunda/api/admin/auth/user/default/login/tasklist"),
                "username=udp&password=demo");

    assertThat(risposta.statusCode()).isEqualTo(403);
    assertThat(risposta.body()).contains("identità digitale");
  }

  private void unFunzionario(String chi, String utente) {
    FORNITORE.dice(
        chi, Map.of("preferred_username", utente, "gruppi", "ufficio-di-piano", "ambiti", "50084"));
  }

  private List<String> gruppi(String utente) {
    return identita.createGroupQuery().groupMember(utente).list().stream()
        .map(Group::getId)
        .toList();
  }

  private List<String> ambiti(String utente) {
    return identita.createTenantQuery().userMember(utente).list().stream()
        .map(Tenant::getId)
        .toList();
  }

  private String applicazione(String percorso) {
    return "http://127.0.0.1:" + porta + percorso;
  }

  /** Keeps cookies, follows redirects, fills in the provider's form. */
  private final class Navigatore {

    private final HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();

    HttpResponse<String> accede(String pagina, String chi)
        throws IOException, InterruptedException {
      var modulo = segui(applicazione(pagina));
      assertThat(modulo.uri()).hasPath("/login").hasHost("localhost");
      var csrf = CSRF.matcher(modulo.body());
      assertThat(csrf.find()).isTrue();
      var risposta =
          manda(
              modulo.uri().toString(),
              "username="
                  + chi
                  + "&password=parola&_csrf="
                  + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8));
      return prosegui(risposta);
    }

    HttpResponse<String> segui(String indirizzo) throws IOException, InterruptedException {
      return prosegui(
          invia(HttpRequest.newBuilder(URI.create(indirizzo)).header("Accept", "text/html")));
    }

    HttpResponse<String> chiedi(String percorso) throws IOException, InterruptedException {
      return invia(HttpRequest.newBuilder(URI.create(applicazione(percorso))));
    }

    Map<String, Object> json(String percorso) throws IOException, InterruptedException {
      var risposta = chiedi(percorso);
      assertThat(risposta.statusCode()).as(risposta.body()).isEqualTo(200);
      var letto = new HashMap<String, Object>();
      new ObjectMapper()
          .readTree(risposta.body())
          .properties()
          .forEach(
              campo ->
                  letto.put(
                      campo.getKey(),
                      campo.getValue().isArray()
                          ? campo.getValue().valueStream().map(v -> v.asText()).toList()
                          : campo.getValue().asText()));
      return letto;
    }

    HttpResponse<String> manda(String indirizzo, String modulo)
        throws IOException, InterruptedException {
      return invia(
          HttpRequest.newBuilder(URI.create(indirizzo))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Accept", "text/html")
              .POST(BodyPublishers.ofString(modulo)));
    }

    private HttpResponse<String> prosegui(HttpResponse<String> risposta)
        throws IOException, InterruptedException {
      var corrente = risposta;
      for (int passi = 0; corrente.statusCode() / 100 == 3; passi++) {
        assertThat(passi).isLessThan(10);
        corrente =
            invia(
                HttpRequest.newBuilder(
                        corrente
                            .uri()
                            .resolve(corrente.headers().firstValue("Location").orElseThrow()))
                    .header("Accept", "text/html"));
      }
      return corrente;
    }

    private HttpResponse<String> invia(HttpRequest.Builder richiesta)
        throws IOException, InterruptedException {
      return client.send(richiesta.build(), BodyHandlers.ofString());
    }
  }
}
