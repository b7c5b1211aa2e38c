package it.pianodizona.motore.accesso;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.motore.accesso.Percorsi.Mondo;
import it.pianodizona.motore.accesso.Percorsi.Regola;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Who may call what: every path that is mapped has a line in the table, and every line holds over
 * HTTP for each role, for a colleague of another Ambito and for who has not logged in.
 */
class MatriceDegliAccessiTest extends ProvaHttp {

  /** The people of the nine roles, and who else works for the Ambito. */
  private static final List<String> PERSONE =
      List.of(
          "udp",
          "rup",
          "presidente",
          "sindaco.016077",
          "facilitatore",
          "comitato",
          "ats",
          "asst",
          "gruppo.tecnico",
          "regione",
          "admin");

  /** Works in the same office of another Ambito than the one whose data are asked for. */
  private static final String FORESTIERO = "udp.forestiero";

  private static final String SEGRETO = "SEGRETO-DI-UN-ALTRO-AMBITO";
  private static final String ALTRO_ANCORA = "50085";

  private static final Map<String, Class<? extends Application>> APPLICAZIONI =
      Map.of(
          "/admin", AdminApplication.class,
          "/cockpit", CockpitApplication.class,
          "/tasklist", TasklistApplication.class,
          "/welcome", WelcomeApplication.class);

  @Autowired private Percorsi percorsi;
  @Autowired private ServletContext servlet;
  @Autowired private List<RequestMappingInfoHandlerMapping> mappature;

  private final Map<String, String> valori = new LinkedHashMap<>();
  private final Set<String> riservati = new HashSet<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private String compitoAltrui;

  @BeforeEach
  void preparaUnAltroAmbito() {
    var identita = motore.getIdentityService();
    var forestiero = identita.newUser(FORESTIERO);
    forestiero.setPassword("demo");
    identita.saveUser(forestiero);
    identita.createMembership(FORESTIERO, "ufficio-di-piano");
    identita.createTenantUserMembership(ALTRO_ANCORA, FORESTIERO);

    var istanza =
        processi.avvia(
            PROCESSO, SEGRETO + "/chiave", Map.of("codiceAmbito", ALTRUI, "segreto", SEGRETO));
    compitoAltrui = compito(istanza);
    var compiti = motore.getTaskService();
    var compito = compiti.createTaskQuery().taskId(compitoAltrui).singleResult();
    compito.setDescription(SEGRETO);
    compiti.saveTask(compito);
    var commento = compiti.createComment(compitoAltrui, istanza, SEGRETO);
    var allegato =
        compiti.createAttachment("txt", compitoAltrui, istanza, SEGRETO, SEGRETO, "http://x");
    var storia = motore.getHistoryService();
    var variabile =
        motore
            .getRuntimeService()
            .createVariableInstanceQuery()
            .processInstanceIdIn(istanza)
            .variableName("segreto")
            .singleResult();
    var definizione =
        motore
            .getRepositoryService()
            .createProcessDefinitionQuery()
            .processDefinitionKey(PROCESSO)
            .latestVersion()
            .singleResult();
    var attivita =
        storia.createHistoricActivityInstanceQuery().processInstanceId(istanza).list().get(0);
    var filtro = motore.getFilterService().createFilterQuery().filterName("Tutti").singleResult();

    valori.put("/task/{id}", compitoAltrui);
    valori.put("/process-instance/{id}", istanza);
    valori.put("/execution/{id}", istanza);
    valori.put("/history/process-instance/{id}", istanza);
    valori.put("/history/activity-instance/{id}", attivita.getId());
    valori.put("/history/variable-instance/{id}", variabile.getId());
    // the engine keeps no details: there is nothing of anybody's to ask for
    valori.put("/history/detail/{id}", variabile.getId());
    valori.put("/variable-instance/{id}", variabile.getId());
    valori.put("/process-definition/{id}", definizione.getId());
    valori.put("/process-definition/key/{key}", PROCESSO);
    valori.put("/filter/{id}", filtro.getId());
    valori.put("/user/{id}", "admin");
    valori.put("/group/{id}", "rup");
    valori.put("/tenant/{id}", ALTRUI);
    valori.put("{varId}", "segreto");
    valori.put("{commentId}", commento.getId());
    valori.put("{attachmentId}", allegato.getId());
    riservati.addAll(List.of(istanza, compitoAltrui, variabile.getId(), attivita.getId()));
  }

  @AfterEach
  void togliIlForestiero() {
    motore.getIdentityService().deleteUser(FORESTIERO);
  }

  @Test
  void ogniPercorsoDelleNostrePagineHaLaSuaRegola() {
    var mappati = new TreeSet<String>();
    for (var mappatura : mappature) {
      for (var info : mappatura.getHandlerMethods().keySet()) {
        var metodi =
            info.getMethodsCondition().getMethods().isEmpty()
                ? Set.of("GET")
                : info.getMethodsCondition().getMethods().stream()
                    .map(Enum::name)
                    .collect(Collectors.toSet());
        for (var modello : info.getPatternValues()) {
          metodi.forEach(m -> mappati.add(m + " " + senzaEspressioni(modello)));
        }
      }
    }
    var elencati = new TreeSet<>(righe(Mondo.PAGINE));
    elencati.addAll(righe(Mondo.OPERAZIONI));
    // folders of files, and the parts of the health check, which answer below it
    elencati.removeIf(riga -> riga.endsWith("/**"));
    mappati.removeIf(riga -> riga.endsWith("/**"));

    assertThat(elencati).containsAll(mappati);
    // the clock of the demonstration is switched off in tests
    elencati.removeAll(mappati);
    assertThat(percorsi.di(Mondo.PAGINE))
        .filteredOn(r -> elencati.contains(r.metodo() + " " + r.percorso()))
        .hasSameSizeAs(elencati)
        .allSatisfy(r -> assertThat(r.chi()).containsExactly(Percorsi.DIMOSTRAZIONE));
  }

  @Test
  void ogniPercorsoDelMotoreHaLaSuaRegola() {
    var mappati = new TreeSet<String>();
    for (var classi :
        List.of(
            CamundaRestResources.getResourceClasses(), new EngineRestApplication().getClasses())) {
      RisorseDelMotore.percorsi(classi).stream()
          .map(riga -> riga.replaceFirst(" /engine/\\{name}(?=/)", " "))
          .forEach(mappati::add);
    }

    assertThat(new TreeSet<>(righe(Mondo.MOTORE))).isEqualTo(mappati);
  }

  @Test
  void ogniPercorsoDelleApplicazioniHaLaSuaRegola() {
    var mappati = new TreeSet<String>();
    APPLICAZIONI.forEach(
        (nome, classe) -> {
          try {
            RisorseDelMotore.percorsi(classe.getDeclaredConstructor().newInstance().getClasses())
                .forEach(riga -> mappati.add(riga.replaceFirst(" ", " " + nome)));
          } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
          }
        });

    assertThat(new TreeSet<>(righe(Mondo.APPLICAZIONI))).isEqualTo(mappati);
  }

  @Test
  void chiNonHaAncoraFattoAccessoVedeLaPaginaPerFarlo() {
    for (var risorsa :
        List.of(
            "/camunda/app/tasklist/default/",
            "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js",
            "/camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.js")) {
      assertThat(chiedi(risorsa).statusCode()).as(risorsa).isEqualTo(200);
    }
  }

  @Test
  void nessunAltroServletRisponde() {
    var percorsi =
        servlet.getServletRegistrations().values().stream()
            .flatMap(r -> r.getMappings().stream())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(percorsi)
        .containsExactly(
            "/",
            "/camunda/api/admin/*",
            "/camunda/api/cockpit/*",
            "/camunda/api/engine/*",
            "/camunda/api/tasklist/*",
            "/camunda/api/welcome/*",
            "/engine-rest/*");
  }

  @Test
  void nessunoVedeTrovaOCambiaNullaDiUnAltroAmbitoPassandoDaiProgrammi() {
    var scarti = new ConcurrentLinkedQueue<String>();
    percorsi.di(Mondo.MOTORE).parallelStream()
        .forEach(
            regola -> {
              for (var persona : tutti()) {
                var risposta = dalProgramma(persona, regola);
                giudica(persona, regola, risposta, scarti);
              }
              var anonimo = invia(client, richiesta(regola, "/engine-rest", null));
              if (anonimo.statusCode() != 401) {
                scarti.add("anonimo " + regola + " " + anonimo.statusCode());
              }
            });

    assertThat(scarti).isEmpty();
    intatto();
  }

  @Test
  void nessunoVedeTrovaOCambiaNullaDiUnAltroAmbitoPassandoDalleApplicazioni() {
    var scarti = new ConcurrentLinkedQueue<String>();
    for (var persona : List.of("udp", "rup", "gruppo.tecnico", "regione", FORESTIERO)) {
      var browser = tasklist(persona);
      for (var regola : percorsi.di(Mondo.MOTORE)) {
        giudica(persona, regola, dalBrowser(browser, regola, "/camunda/api/engine"), scarti);
      }
      for (var regola : percorsi.di(Mondo.APPLICAZIONI)) {
        if (!regola.percorso().endsWith("/logout") && !regola.percorso().contains("/login/")) {
          giudica(persona, regola, dalBrowser(browser, regola, "/camunda/api"), scarti);
        }
      }
    }
    for (var regola : percorsi.di(Mondo.MOTORE)) {
      var anonimo = invia(client, richiesta(regola, "/camunda/api/engine", null));
      boolean dellaPagina =
          Set.of("/engine", "/identity/password-policy").contains(regola.percorso());
      if (!dellaPagina && anonimo.statusCode() < 400) {
        scarti.add("anonimo " + regola + " " + anonimo.statusCode());
      }
    }

    assertThat(scarti).isEmpty();
    intatto();
  }

  @Test
  void leNostrePagineSiApronoSoloAChiDice() {
    var scarti = new ConcurrentLinkedQueue<String>();
    for (var persona : tutti()) {
      var browser = tasklist(persona);
      var gruppi = gruppi(persona);
      for (var regola : percorsi.di(Mondo.PAGINE)) {
        if (regola.pubblica() || regola.percorso().endsWith("/**")) {
          continue;
        }
        var stato = dalBrowser(browser, regola, "").statusCode();
        boolean ammessa = regola.consente(funzionario(persona, gruppi), "camunda-admin");
        boolean lettura = regola.metodo().equals("GET") && !regola.percorso().contains("{");
        if (ammessa && lettura && stato / 100 != 2 || !ammessa && stato < 400) {
          scarti.add(persona + " " + regola + " " + stato);
        }
      }
    }
    for (var regola : percorsi.di(Mondo.PAGINE)) {
      var risposta = invia(client, richiesta(regola, "", null));
      boolean lettura = regola.metodo().equals("GET") && !regola.percorso().matches(".*[{*].*");
      boolean pubblica = regola.chi().contains(Percorsi.PUBBLICO);
      // in and out lead elsewhere: OidcTest
      boolean accesso = regola.percorso().matches("/accesso(/.*)?");
      if (lettura
          && !accesso
          && pubblica != (risposta.statusCode() == 200)
          && !regola.chi().contains(Percorsi.DIMOSTRAZIONE)) {
        scarti.add("anonimo " + regola + " " + risposta.statusCode());
      }
    }

    assertThat(scarti).isEmpty();
  }

  @Test
  void gliIdentificativiNonSiIndovinano() {
    assertThat(compitoAltrui).matches("[0-9a-f-]{36}");
  }

  private void giudica(
      String persona, Regola regola, HttpResponse<String> risposta, Collection<String> scarti) {
    int stato = risposta.statusCode();
    boolean ammessa = regola.consente(funzionario(persona, gruppi(persona)), "camunda-admin");
    if (!ammessa && stato != 403 && stato != 404 || stato == 401 || stato == 429) {
      scarti.add(persona + " " + regola + " " + stato);
    }
    boolean vedeTutto = Set.of("regione", "admin").contains(persona);
    if (vedeTutto) {
      return;
    }
    boolean trapela =
        risposta.body().contains(SEGRETO)
            || stato < 400 && riservati.stream().anyMatch(risposta.body()::contains);
    if (trapela) {
      scarti.add(persona + " legge " + regola + ": " + risposta.body());
    }
  }

  private void intatto() {
    var compito = motore.getTaskService().createTaskQuery().taskId(compitoAltrui).singleResult();
    assertThat(compito).isNotNull();
    assertThat(compito.getAssignee()).isNull();
    assertThat(compito.getDescription()).isEqualTo(SEGRETO);
    // the Region sees every task, and may comment on what it sees
    assertThat(motore.getTaskService().getTaskComments(compitoAltrui))
        .filteredOn(commento -> !"regione".equals(commento.getUserId()))
        .hasSize(1);
    assertThat(motore.getTaskService().getTaskAttachments(compitoAltrui)).hasSize(1);
    assertThat(motore.getTaskService().getVariable(compitoAltrui, "segreto")).isEqualTo(SEGRETO);
    assertThat(motore.getIdentityService().checkPassword("admin", "demo")).isTrue();
    assertThat(
            motore
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESSO)
                .count())
        .isEqualTo(1);
  }

  private HttpResponse<String> dalProgramma(String persona, Regola regola) {
    // administrators may do all of this: only what reads is asked for
    if (persona.equals("admin") && !regola.metodo().equals("GET")) {
      return invia(
          client, richiesta(new Regola("GET", "/engine", Set.of()), "/engine-rest", persona));
    }
    return invia(client, richiesta(regola, "/engine-rest", persona));
  }

  private HttpRequest richiesta(Regola regola, String prefisso, String persona) {
    var richiesta =
        HttpRequest.newBuilder(indirizzo(prefisso + riempi(regola.percorso())))
            .header("Content-Type", "application/json")
            .header("Accept", "*/*")
            .method(regola.metodo(), BodyPublishers.ofString(corpo(regola, persona)));
    if (persona != null) {
      richiesta.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString((persona + ":demo").getBytes()));
    }
    return richiesta.build();
  }

  private HttpResponse<String> dalBrowser(Browser browser, Regola regola, String prefisso) {
    return browser.manda(
        regola.metodo(),
        prefisso.equals("/camunda/api/engine")
            ? prefisso + "/engine/default" + riempi(regola.percorso()).replaceFirst("^/engine$", "")
            : prefisso + riempi(regola.percorso()).replace("inesistente", "default"),
        corpo(regola, "udp"));
  }

  private static String corpo(Regola regola, String persona) {
    if (regola.metodo().equals("GET") || regola.metodo().equals("DELETE")) {
      return "";
    }
    return switch (regola.percorso().replaceFirst(".*}/", "")) {
      case "claim" -> "{\"userId\":\"" + persona + "\"}";
      case "comment/create" -> "{\"message\":\"passato di qui\"}";
      case "complete" -> "{\"variables\":{\"titolo\":{\"value\":\"Prova\"}}}";
      case "submit-form" -> "{\"variables\":{\"codiceAmbito\":{\"value\":\"" + ALTRUI + "\"}}}";
      case "credentials" -> "{\"password\":\"cambiata-1\",\"authenticatedUserPassword\":\"demo\"}";
      default -> "{}";
    };
  }

  private String riempi(String percorso) {
    var pieno = percorso;
    for (var valore : valori.entrySet()) {
      var chiave = valore.getKey();
      if (chiave.startsWith("{")) {
        pieno = pieno.replace(chiave, valore.getValue());
      } else if (pieno.startsWith(chiave)) {
        pieno =
            chiave.substring(0, chiave.lastIndexOf('/') + 1)
                + valore.getValue()
                + pieno.substring(chiave.length());
      }
    }
    return pieno.replaceAll("\\{[^}]+}", "inesistente").replace("/**", "/inesistente");
  }

  private List<String> tutti() {
    var tutti = new ArrayList<>(PERSONE);
    tutti.add(FORESTIERO);
    return tutti;
  }

  private List<String> righe(Mondo mondo) {
    var righe = percorsi.di(mondo).stream().map(r -> r.metodo() + " " + r.percorso()).toList();
    assertThat(righe).doesNotHaveDuplicates();
    return righe;
  }

  private final Map<String, List<String>> gruppi = new java.util.concurrent.ConcurrentHashMap<>();

  private List<String> gruppi(String persona) {
    return gruppi.computeIfAbsent(
        persona,
        p ->
            motore.getIdentityService().createGroupQuery().groupMember(p).list().stream()
                .map(g -> g.getId())
                .toList());
  }

  private static Funzionario funzionario(String persona, List<String> gruppi) {
    return new Funzionario(persona, gruppi, List.of());
  }

  private static String senzaEspressioni(String modello) {
    var pulito = new StringBuilder();
    int profondita = 0;
    boolean nome = true;
    for (char c : modello.toCharArray()) {
      if (c == '{' && profondita++ == 0) {
        nome = true;
        pulito.append(c);
      } else if (c == '}' && --profondita == 0) {
        pulito.append(c);
      } else if (profondita == 0) {
        pulito.append(c);
      } else {
        nome = nome && c != ':';
        if (nome) {
          pulito.append(c);
        }
      }
    }
    return pulito.toString();
  }

  private static HttpResponse<String> invia(HttpClient client, HttpRequest richiesta) {
    try {
      return client.send(richiesta, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(richiesta.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
