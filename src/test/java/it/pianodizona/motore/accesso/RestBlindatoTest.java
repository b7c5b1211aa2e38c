package it.pianodizona.motore.accesso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody who may log in, or who would like to, tries in vain. */
class RestBlindatoTest extends ProvaHttp {

  private static final String ESPRESSIONE = "${7000*7001}";

  /** What it would become if it were ever evaluated: too long to be found in an identifier. */
  private static final String CALCOLATA = "49007000";

  @Test
  void chiIndovinaPasswordAspettaEGliAltriNo() {
    var vittima = utente();
    assertThat(restConPassword(vittima, "demo", "/engine-rest/task").statusCode()).isEqualTo(200);
    for (int i = 0; i < TentativiDiAccesso.DI_UN_ACCOUNT_DA_UN_INDIRIZZO; i++) {
      assertThat(restConPassword(vittima, "no", "/engine-rest/task").statusCode()).isEqualTo(401);
    }

    var risposta = restConPassword(vittima, "demo", "/engine-rest/task");
    assertThat(risposta.statusCode()).isEqualTo(429);
    assertThat(Long.parseLong(risposta.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1L, 30L);
    assertThat(rest("udp", "/engine-rest/task").statusCode()).isEqualTo(200);
    motore.getIdentityService().deleteUser(vittima);
  }

  @Test
  void ancheLAccessoATasklistContaLePasswordSbagliate() {
    var vittima = utente();
    assertThat(accedi(new Browser(), vittima, "demo").statusCode()).isIn(200, 403);
    for (int i = 0; i < TentativiDiAccesso.DI_UN_ACCOUNT_DA_UN_INDIRIZZO; i++) {
      assertThat(accedi(new Browser(), vittima, "no").statusCode()).isEqualTo(401);
    }

    var risposta = accedi(new Browser(), vittima, "demo");
    assertThat(risposta.statusCode()).isEqualTo(429);
    assertThat(risposta.headers().firstValue("Retry-After")).isPresent();
    assertThat(accedi(new Browser(), "udp", "demo").statusCode()).isEqualTo(200);
    motore.getIdentityService().deleteUser(vittima);
  }

  @Test
  void nessunoRestaBloccatoPerSempreDalleProveDiUnAltro() {
    var vittima = utente();
    for (int i = 0; i < 15; i++) {
      assertThat(motore.getIdentityService().checkPassword(vittima, "no")).isFalse();
    }

    assertThat(motore.getIdentityService().checkPassword(vittima, "demo")).isTrue();
    motore.getIdentityService().deleteUser(vittima);
  }

  @Test
  void leVariabiliDiUnCompitoNonSiCambianoDaFuori() {
    var compito = compito(istanza(MIO));
    var valore = Map.of("value", "[]", "type", "Json");
    for (var dove : List.of("variables", "localVariables")) {
      assertThat(
              manda("udp", "PUT", "/task/" + compito + "/" + dove + "/importo", valore)
                  .statusCode())
          .isEqualTo(403);
      assertThat(
              manda(
                      "udp",
                      "POST",
                      "/task/" + compito + "/" + dove,
                      Map.of("modifications", Map.of("importo", valore)))
                  .statusCode())
          .isEqualTo(403);
      assertThat(
              manda("udp", "DELETE", "/task/" + compito + "/" + dove + "/importo", "").statusCode())
          .isEqualTo(403);
    }
    for (var via : List.of("resolve", "bpmnError", "bpmnEscalation", "delegate", "assignee")) {
      assertThat(
              manda(
                      "udp",
                      "POST",
                      "/task/" + compito + "/" + via,
                      Map.of("variables", Map.of("importo", valore)))
                  .statusCode())
          .as(via)
          .isEqualTo(403);
    }
    assertThat(motore.getTaskService().getVariableLocal(compito, "importo")).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/deployment/create",
        "/batch",
        "/migration/execute",
        "/modification/execute",
        "/message",
        "/signal",
        "/condition",
        "/external-task/fetchAndLock",
        "/user/create",
        "/group/create",
        "/authorization/create",
        "/filter/create",
        "/task/create",
        "/identity/verify",
        "/history/cleanup"
      })
  void soloChiAmministraToccaLInstallazione(String percorso) {
    assertThat(List.of(403, 404))
        .contains(manda("udp", "POST", percorso, Map.of()).statusCode())
        .contains(manda("regione", "POST", percorso, Map.of()).statusCode())
        .contains(manda("udp", "POST", "/engine/default" + percorso, Map.of()).statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest/../engine-rest/user",
        "/engine-rest//user/create",
        "/engine-rest/%75ser/create",
        "/engine-rest/user/create/",
        "/engine-rest/user;x=y/create",
        "/engine-rest/engine/default/engine/default/user/create",
        "/engine-rest/application.wadl"
      })
  void ilDivietoNonSiAggiraScrivendoIlPercorsoInAltroModo(String percorso) {
    assertThat(rest("udp", percorso, Map.of("profile", Map.of("id", "intruso"))).statusCode())
        .isIn(400, 403, 404);
    assertThat(motore.getIdentityService().createUserQuery().userId("intruso").count()).isZero();
  }

  @Test
  void leEspressioniInviateRestanoTesto() {
    var istanza = istanza(MIO);
    var compito = compito(istanza);
    var commento =
        manda(
            "regione",
            "POST",
            "/task/" + compito + "/comment/create",
            Map.of("message", ESPRESSIONE));
    assertThat(commento.statusCode()).as(commento.body()).isEqualTo(200);
    assertThat(rest("regione", "/engine-rest/task/" + compito + "/comment").body())
        .contains(ESPRESSIONE)
        .doesNotContain(CALCOLATA);

    var invio =
        manda(
            "udp",
            "POST",
            "/task/" + compito + "/submit-form",
            Map.of("variables", Map.of("titolo", Map.of("value", ESPRESSIONE))));
    assertThat(invio.statusCode()).isEqualTo(204);
    assertThat(
            motore
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .variableName("titoloLetto")
                .processInstanceId(istanza)
                .singleResult()
                .getValue())
        .isEqualTo(ESPRESSIONE);
  }

  @Test
  void unaRicercaNonValutaEspressioni() {
    istanza(MIO);
    for (var campo :
        List.of("dueBeforeExpression", "candidateGroupExpression", "assigneeExpression")) {
      for (var utente : List.of("udp", "admin")) {
        var risposta = manda(utente, "POST", "/task", Map.of(campo, "${now()}"));
        assertThat(risposta.statusCode()).as(utente + " " + campo).isBetween(400, 599);
      }
    }
    var filtro =
        motore.getFilterService().createFilterQuery().filterName("Tutti").singleResult().getId();
    // a search with nothing but alternatives is fine, one that hides an expression there is not
    var innocua = Map.of("orQueries", List.of(Map.of("name", "Compilare", "assignee", "udp")));
    assertThat(manda("udp", "POST", "/task", innocua).statusCode()).isEqualTo(200);
    for (var nascosta :
        List.of(
            Map.of("orQueries", List.of(Map.of("dueAfterExpression", "${now()}"))),
            Map.of(
                "orQueries",
                List.of(
                    Map.of(
                        "orQueries",
                        List.of(Map.of("assigneeExpression", "${currentUser()}"))))))) {
      for (var porta :
          List.of(
              "/task",
              "/task/count",
              "/filter/" + filtro + "/list",
              "/filter/" + filtro + "/count")) {
        var risposta = manda("udp", "POST", porta, nascosta);
        assertThat(risposta.statusCode()).as(porta + risposta.body()).isBetween(400, 599);
        assertThat(risposta.body()).contains("espressioni");
      }
    }
    var estesa =
        manda(
            "udp",
            "POST",
            "/filter/" + filtro + "/list",
            Map.of("assigneeExpression", "${''.getClass().forName('java.lang.Runtime')}"));
    assertThat(estesa.statusCode()).isBetween(400, 599);
    assertThat(estesa.body()).doesNotContain("java.lang.Runtime'");
  }

  @Test
  void nessunModelloConScriptVieneRilasciatoNemmenoDaChiAmministra() {
    var modello =
        Bpmn.createExecutableProcess("ConScript")
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .scriptTask()
            .scriptFormat("javascript")
            .scriptText("java.lang.System.exit(1)")
            .endEvent()
            .done();
    assertThatThrownBy(
            () ->
                motore
                    .getRepositoryService()
                    .createDeployment()
                    .addModelInstance("ConScript.bpmn", modello)
                    .deploy())
        .isInstanceOf(ProcessEngineException.class)
        .hasStackTraceContaining("contiene uno script");
    var condizione =
        Bpmn.createExecutableProcess("ConScript")
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .serviceTask()
            .camundaExpression("${true}")
            .camundaInputParameter("x", "y")
            .endEvent()
            .done();
    var testo =
        Bpmn.convertToString(condizione)
            .replaceFirst(
                "(<(\\w+:)?inputParameter[^>]*>)y",
                "$1<$2script scriptFormat=\"groovy\">1</$2script>");
    assertThat(testo).contains("groovy");
    assertThatThrownBy(
            () ->
                motore
                    .getRepositoryService()
                    .createDeployment()
                    .addString("ConScript.bpmn", testo)
                    .deploy())
        .hasStackTraceContaining("contiene uno script");
  }

  @Test
  void alNuovoAccessoLaSessioneCambia() {
    var browser = new Browser();
    browser.chiedi("/camunda/app/tasklist/default/");
    var prima = browser.cookie("JSESSIONID");
    assertThat(accedi(browser, "udp", "demo").statusCode()).isEqualTo(200);

    assertThat(prima).isNotEmpty();
    assertThat(browser.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(prima);
  }

  @Test
  void iCookieNonSonoLeggibiliDagliScriptNeInviatiDaAltriSiti() {
    var intestazioni =
        new Browser().chiedi("/camunda/app/tasklist/default/").headers().allValues("Set-Cookie");

    assertThat(intestazioni)
        .filteredOn(c -> c.startsWith("JSESSIONID"))
        .isNotEmpty()
        .allSatisfy(c -> assertThat(c).contains("HttpOnly").containsIgnoringCase("SameSite=Lax"));
    assertThat(intestazioni)
        .filteredOn(c -> c.startsWith("XSRF-TOKEN"))
        .isNotEmpty()
        .allSatisfy(c -> assertThat(c).containsIgnoringCase("SameSite=Lax"));
    var nostri = new Browser().chiedi("/avvisi").headers().allValues("Set-Cookie");
    assertThat(nostri).noneMatch(c -> c.startsWith("JSESSIONID"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/avvisi", "/inesistente", "/camunda/app/tasklist/default/"})
  void ognunaDelleNostrePagineHaLeIntestazioniDiSicurezza(String percorso) {
    var intestazioni = chiedi(percorso).headers();

    assertThat(intestazioni.firstValue("Content-Security-Policy"))
        .hasValueSatisfying(csp -> assertThat(csp).containsPattern("base-uri '(none|self)'"));
    assertThat(intestazioni.firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }

  @Test
  void senzaGettoneTasklistNonScrive() {
    var compito = compito(istanza(MIO));
    var browser = tasklist("udp");
    browser.dimenticaIlGettone();

    assertThat(
            browser
                .invia(
                    "/camunda/api/engine/engine/default/task/" + compito + "/claim",
                    Map.of("userId", "udp"))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void nessunoSiNominaAmministratoreAlPrimoAvvio() {
    var browser = new Browser();
    browser.chiedi("/camunda/app/admin/default/");

    assertThat(
            browser
                .invia(
                    "/camunda/api/admin/setup/default/user/create",
                    Map.of("profile", Map.of("id", "intruso")))
                .statusCode())
        .isIn(403, 404);
  }

  private HttpResponse<String> accedi(Browser browser, String utente, String password) {
    browser.chiedi("/camunda/app/tasklist/default/");
    return browser.invia(
        "/camunda/api/admin/auth/user/default/login/tasklist",
        "application/x-www-form-urlencoded",
        "username=" + utente + "&password=" + password);
  }

  private String utente() {
    var id = "vittima" + UUID.randomUUID().toString().replace("-", "");
    var utente = motore.getIdentityService().newUser(id);
    utente.setPassword("demo");
    motore.getIdentityService().saveUser(utente);
    return id;
  }
}
