package it.pianodizona.motore.accesso;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets through, over real HTTP. */
class AccessoTest extends ProvaHttp {

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest/task", "/engine-rest/user", "/engine-rest/engine"})
  void senzaAccessoLInterfacciaRestRisponde401(String percorso) {
    var risposta = chiedi(percorso);

    assertThat(risposta.statusCode()).isEqualTo(401);
    assertThat(risposta.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(v -> assertThat(v).startsWith("Basic"));
  }

  @Test
  void unaPasswordSbagliataVieneRifiutata() {
    assertThat(restConPassword("comitato", "sbagliata", "/engine-rest/task").statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/inesistente",
        "/actuator/env",
        "/actuator/heapdump",
        "/logout",
        "/login",
        "/error",
        "/webjars/camunda/app/tasklist/scripts/config.js",
        "/templates/layout.html",
        "/application.yaml"
      })
  void cioCheNonEElencatoNonEsiste(String percorso) {
    assertThat(chiedi(percorso).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator", "/actuator/info", "/actuator/prometheus"})
  void leMisureSonoDiChiAmministra(String percorso) {
    assertThat(chiedi(percorso).statusCode()).isEqualTo(401);
    assertThat(rest("udp", percorso).statusCode()).isEqualTo(404);
    assertThat(rest("admin", percorso).statusCode()).isEqualTo(200);
  }

  @Test
  void chiSorveglianGliImpiantiLeggeLeMisureENientAltro() {
    assertThat(restConPassword("sorveglianza", SORVEGLIANZA, "/actuator/prometheus").statusCode())
        .isEqualTo(200);
    for (var percorso :
        List.of("/actuator", "/actuator/info", "/actuator/metrics", "/actuator/env")) {
      assertThat(restConPassword("sorveglianza", SORVEGLIANZA, percorso).statusCode())
          .as(percorso)
          .isEqualTo(404);
    }
    for (var percorso : List.of("/engine-rest/task", "/api/v1/monitoraggio/ambiti")) {
      assertThat(restConPassword("sorveglianza", SORVEGLIANZA, percorso).statusCode())
          .as(percorso)
          .isEqualTo(401);
    }
    assertThat(restConPassword("sorveglianza", "sbagliata", "/actuator/prometheus").statusCode())
        .isEqualTo(401);
    assertThat(restConPassword("sorveglianza", "", "/actuator/prometheus").statusCode())
        .isEqualTo(401);
  }

  @Test
  void lePagineDegliUfficiChiedonoLAccessoDiTasklistENonMostranoDiPiu() {
    assertThat(chiedi("/assemblea/1").statusCode()).isEqualTo(302);
    assertThat(chiedi("/assemblea/1").headers().firstValue("Location"))
        .hasValueSatisfying(v -> assertThat(v).endsWith("/camunda/app/tasklist/default/"));

    var ufficio = tasklist("udp");
    assertThat(ufficio.chiedi("/assemblea/regolamento/" + MIO).statusCode()).isEqualTo(200);
    assertThat(ufficio.chiedi("/assemblea/regolamento/" + ALTRUI).statusCode()).isEqualTo(404);
    assertThat(ufficio.chiedi("/assemblea/1").statusCode()).isEqualTo(404);
  }

  @Test
  void chiChiedeIDatiDallaSuaSessioneNonNeEsce() {
    var regione = tasklist("regione");
    var sessione = regione.cookie("JSESSIONID");

    for (int volta = 0; volta < 2; volta++) {
      assertThat(regione.chiedi("/api/v1/monitoraggio/ambiti").statusCode()).isEqualTo(200);
    }
    assertThat(regione.cookie("JSESSIONID")).isEqualTo(sessione);
  }

  @Test
  void laSaluteDellApplicazioneEPubblicaESenzaDettagli() {
    var risposta = new Browser().chiedi("/actuator/health");

    assertThat(risposta.statusCode()).isEqualTo(200);
    assertThat(risposta.body()).contains("\"status\":\"UP\"").doesNotContain("components");
  }

  @Test
  void unInvioSenzaGettoneVieneRifiutato() {
    var browser = new Browser();

    assertThat(
            browser
                .invia("/avvisi/1/domanda", "application/x-www-form-urlencoded", "denominazione=x")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void lUfficioVedeECompletaICompitiDelProprioAmbitoESoloQuelli() {
    var mio = compito(istanza(MIO));
    var altrui = compito(istanza(ALTRUI));

    assertThat(json(rest("udp", "/engine-rest/task")).findValuesAsText("id"))
        .contains(mio)
        .doesNotContain(altrui);
    assertThat(rest("udp", "/engine-rest/task/" + altrui).statusCode()).isIn(403, 404);
    assertThat(completa("udp", altrui).statusCode()).isBetween(400, 599);
    assertThat(aperto(altrui)).isTrue();

    assertThat(
            json(rest("udp", "/engine-rest/task/" + mio + "/form-variables"))
                .at("/importo/value")
                .asInt())
        .isEqualTo(10);
    assertThat(rest("udp", "/engine-rest/task/" + mio + "/deployed-form").body())
        .contains("Field_titolo");
    assertThat(completa("udp", mio).statusCode()).isEqualTo(204);
    assertThat(aperto(mio)).isFalse();
  }

  @Test
  void chiNonEDelGruppoNonVedeIlCompitoNeancheNelProprioAmbito() {
    var mio = compito(istanza(MIO));

    assertThat(json(rest("presidente", "/engine-rest/task")).findValuesAsText("id"))
        .doesNotContain(mio);
    assertThat(completa("presidente", mio).statusCode()).isEqualTo(403);
    assertThat(aperto(mio)).isTrue();
  }

  @Test
  void chiPrendeInCaricoUnCompitoNonPuoPassarloAChiunque() {
    var mio = compito(istanza(MIO));

    assertThat(
            rest("udp", "/engine-rest/task/" + mio + "/claim", Map.of("userId", "udp"))
                .statusCode())
        .isEqualTo(204);
    assertThat(
            rest("udp", "/engine-rest/task/" + mio + "/assignee", Map.of("userId", "presidente"))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void lUfficioCommentaIPropriCompitiELeggeICommentiESoloQuelli() {
    var mio = istanza(MIO);
    var altrui = istanza(ALTRUI);

    var commento =
        rest(
            "udp",
            "/engine-rest/task/" + compito(mio) + "/comment/create",
            Map.of("message", "Sentito il Comune."));
    assertThat(commento.statusCode()).as(commento.body()).isEqualTo(200);
    var riletti = rest("udp", "/engine-rest/task/" + compito(mio) + "/comment");
    assertThat(riletti.body()).contains("Sentito il Comune.");

    // nobody else's task, nor somebody else's instance through one's own task
    for (var negato :
        List.of(
            rest(
                "udp",
                "/engine-rest/task/" + compito(altrui) + "/comment/create",
                Map.of("message", "no")),
            rest(
                "presidente",
                "/engine-rest/task/" + compito(mio) + "/comment/create",
                Map.of("message", "no")),
            rest(
                "udp",
                "/engine-rest/task/" + compito(mio) + "/comment/create",
                Map.of("message", "no", "processInstanceId", altrui)))) {
      assertThat(negato.statusCode()).as(negato.body()).isBetween(400, 499);
    }
    assertThat(rest("presidente", "/engine-rest/task/" + compito(mio) + "/comment").statusCode())
        .isEqualTo(404);
    assertThat(rest("udp", "/engine-rest/task/" + compito(altrui) + "/comment").statusCode())
        .isEqualTo(404);
    assertThat(motore.getTaskService().getProcessInstanceComments(altrui)).isEmpty();

    // when the task is done its comments stay readable, and nothing is added
    var fatto = compito(mio);
    assertThat(completa("udp", fatto).statusCode()).isEqualTo(204);
    assertThat(rest("udp", "/engine-rest/task/" + fatto + "/comment").body())
        .contains("Sentito il Comune.");
    assertThat(
            rest(
                    "udp",
                    "/engine-rest/task/" + fatto + "/comment/create",
                    Map.of("message", "tardi"))
                .statusCode())
        .isBetween(400, 499);
  }

  @Test
  void laRegioneVedeTuttoENonCompletaNulla() {
    var uno = compito(istanza(MIO));
    var altro = compito(istanza(ALTRUI));

    assertThat(json(rest("regione", "/engine-rest/task")).findValuesAsText("id"))
        .contains(uno, altro);
    assertThat(
            json(rest(
                    "regione",
                    "/engine-rest/process-instance/count?processDefinitionKey=" + PROCESSO))
                .get("count")
                .asInt())
        .isEqualTo(2);
    assertThat(rest("regione", "/engine-rest/task/" + uno + "/variables").body())
        .contains("importo");
    assertThat(completa("regione", uno).statusCode()).isEqualTo(403);
    assertThat(
            rest("regione", "/engine-rest/task/" + uno + "/claim", Map.of("userId", "regione"))
                .statusCode())
        .isEqualTo(403);
    assertThat(aperto(uno)).isTrue();
  }

  @Test
  void nessunoAvviaUnProcedimentoInUnAmbitoCheNonESuo() {
    consentiAvvio();

    var risposta =
        rest(
            "udp",
            "/engine-rest/process-definition/key/" + PROCESSO + "/submit-form",
            Map.of("variables", Map.of("codiceAmbito", Map.of("value", ALTRUI))));

    assertThat(risposta.statusCode()).isEqualTo(403);
    assertThat(json(risposta).get("message").asText())
        .contains("«udp» non opera nell'Ambito «50001»");
    assertThat(
            motore
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESSO)
                .count())
        .isZero();

    assertThat(
            rest(
                    "udp",
                    "/engine-rest/process-definition/key/" + PROCESSO + "/submit-form",
                    Map.of("variables", Map.of("codiceAmbito", Map.of("value", MIO))))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void chiNonHaIlRuoloNonAvviaIlTriennio() {
    assertThat(
            rest(
                    "udp",
                    "/engine-rest/process-definition/key/AvvioTriennio/submit-form",
                    Map.of("variables", Map.of()))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void laRegioneApreIlModuloDiAvvioDelTriennio() {
    var definizioni =
        json(
            rest(
                "regione",
                "/engine-rest/process-definition?startableInTasklist=true&startablePermissionCheck=true&latestVersion=true"));

    assertThat(definizioni.findValuesAsText("key")).contains("AvvioTriennio");
    assertThat(
            rest("regione", "/engine-rest/process-definition/key/AvvioTriennio/deployed-start-form")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void ognunoTrovaIFiltriDelSuoRuoloEIlCompitoDoveServe() {
    var mio = compito(istanza(MIO));
    var filtri =
        json(tasklist("udp").chiedi("/camunda/api/engine/engine/default/filter?resourceType=Task"));

    assertThat(filtri)
        .extracting(filtro -> filtro.get("name").asText())
        .contains(
            "Del mio ufficio", "I miei compiti", "In scadenza entro 7 giorni", "Scaduti", "Tutti")
        .contains("Firme mancanti", "Fase 1 – Co-programmazione");
    assertThat(
            json(
                tasklist("facilitatore")
                    .chiedi("/camunda/api/engine/engine/default/filter?resourceType=Task")))
        .extracting(filtro -> filtro.get("name").asText())
        .contains("Fase 1 – Co-programmazione")
        .doesNotContain("Firme mancanti", "Fase 5 – Premialità");
    for (var filtro : filtri) {
      var compiti = json(rest("udp", "/engine-rest/filter/" + filtro.get("id").asText() + "/list"));
      boolean atteso = Set.of("Del mio ufficio", "Tutti").contains(filtro.get("name").asText());
      assertThat(compiti.findValuesAsText("id").contains(mio))
          .as(filtro.get("name").asText())
          .isEqualTo(atteso);
    }
  }

  @Test
  void ogniSindacoDellAmbitoHaIlSuoAccesso() {
    var utenti = motore.getIdentityService().createUserQuery().list();

    assertThat(utenti).filteredOn(u -> u.getId().startsWith("sindaco.")).hasSize(24);
    assertThat(motore.getIdentityService().createTenantQuery().count()).isEqualTo(91);
    assertThat(
            tasklist("sindaco.016077")
                .chiedi("/camunda/api/engine/engine/default/task")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void chiApreUnApplicazioneCheNonHaLeggeCheERiservata() {
    var rifiuto = tasklist("sindaco.016077").apri("/camunda/app/admin/default/");

    assertThat(rifiuto.statusCode()).isEqualTo(403);
    assertThat(rifiuto.body())
        .contains("<h1>Pagina riservata</h1>")
        .doesNotContain("aperta da troppo tempo");
  }

  @Test
  void leggeINomiDiChiLavoraAUnCompitoChiPuoLeggereIlCompito() {
    var mio = compito(istanza(MIO));
    rest("udp", "/engine-rest/task/" + mio + "/claim", Map.of("userId", "udp"));
    var percorso = "/fascicolo/compiti/" + mio + "/persone";

    assertThat(json(tasklist("rup").chiedi(percorso)).get("udp").asText())
        .isEqualTo("Marta Zanetti");
    assertThat(tasklist("sindaco.016077").chiedi(percorso).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> completa(String utente, String compito) {
    return rest(
        utente,
        "/engine-rest/task/" + compito + "/complete",
        Map.of("variables", Map.of("titolo", Map.of("value", "Prova"))));
  }

  private void consentiAvvio() {
    var autorizzazioni = motore.getAuthorizationService();
    var permesso = autorizzazioni.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    permesso.setGroupId("ufficio-di-piano");
    permesso.setResource(Resources.PROCESS_DEFINITION);
    permesso.setResourceId(PROCESSO);
    permesso.addPermission(ProcessDefinitionPermissions.CREATE_INSTANCE);
    autorizzazioni.saveAuthorization(permesso);
  }
}
