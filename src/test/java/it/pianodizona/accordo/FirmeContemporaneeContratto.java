package it.pianodizona.accordo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import it.pianodizona.motore.Processi;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.Triennio;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The largest Ambito signs: 37 Comuni of the Valle Brembana, the ATS and the ASST, each from its
 * own client over HTTP, all in the same instant, while the job executor runs.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "camunda.bpm.job-execution.enabled=true",
      "pianodizona.posta.attiva=false",
      "pianodizona.dimostrazione.attiva=false"
    })
abstract class FirmeContemporaneeContratto {

  private static final String VALLE_BREMBANA = "50071";
  private static final int ENTI = 39;
  private static final ObjectMapper JSON = new ObjectMapper();

  @LocalServerPort private int porta;
  @Autowired private ProcessEngine motore;
  @Autowired private Processi processi;
  @Autowired private Piani piani;
  @Autowired private Accordi accordi;
  @Autowired private CatenaFirme catena;

  @BeforeEach
  void questoMotore() {
    // the REST interface finds the engine by name, and other tests in this JVM have one of the same
    ProcessEngines.registerProcessEngine(motore);
  }

  @Test
  void trentanoveEntiFirmanoInsiemeNessunoVedeUnErroreEIlProcessoProsegueUnaVoltaSola()
      throws Exception {
    var oggi = LocalDate.now();
    piani.registra(Triennio.di("2601-2603", "DGR di prova", oggi.plusDays(60), "2025-2027"));
    var piano = piani.avvia("2601-2603", List.of(VALLE_BREMBANA)).get(0);
    processi.avvia(
        "AccordoDiProgramma",
        piano.chiave(),
        Map.of(
            "pianoId", piano.pianoId(),
            "codiceAmbito", piano.codiceAmbito(),
            "triennio", piano.triennio(),
            "scadenzaAccordo", piani.scadenzaAccordo(piano.pianoId())));
    motore.getTaskService().complete(compiti("UserTask_ComporreTesto").get(0).getId());
    attendi(() -> compiti("UserTask_FirmareAccordo").size() == ENTI);
    var accordo = accordi.ultimo(piano.pianoId()).orElseThrow();

    var via = new CyclicBarrier(ENTI);
    var clienti = Executors.newFixedThreadPool(ENTI);
    var risposte = new ArrayList<Integer>();
    try {
      List<Callable<Integer>> firme = new ArrayList<>();
      for (Task compito : compiti("UserTask_FirmareAccordo")) {
        var richiesta = firma(compito, persona(compito), oggi);
        firme.add(
            () -> {
              var cliente = HttpClient.newHttpClient();
              via.await();
              HttpResponse<String> risposta =
                  cliente.send(richiesta, BodyHandlers.ofString(StandardCharsets.UTF_8));
              assertThat(risposta.body()).isEmpty();
              return risposta.statusCode();
            });
      }
      for (Future<Integer> firma : clienti.invokeAll(firme)) {
        risposte.add(firma.get());
      }
    } finally {
      clienti.shutdownNow();
    }

    assertThat(risposte).hasSize(ENTI).containsOnly(204);
    attendi(() -> !compiti("UserTask_AdottareAttoApprovazione").isEmpty());
    attendi(() -> motore.getManagementService().createJobQuery().messages().count() == 0);
    assertThat(compiti("UserTask_AdottareAttoApprovazione")).hasSize(1);
    assertThat(compiti("UserTask_FirmareAccordo")).isEmpty();
    assertThat(accordi.firme(accordo.id())).hasSize(ENTI);
    assertThat(accordi.firmatoDaTutti(accordo.id())).isTrue();
    assertThat(catena.catene().get("firme:" + accordo.id())).hasSize(ENTI);
    assertThat(motore.getRuntimeService().createIncidentQuery().count()).isZero();
    assertThat(
            motore
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .activityId("UserTask_AdottareAttoApprovazione")
                .count())
        .isEqualTo(1);
  }

  /** Somebody of the body whose task it is, who sees no other. */
  private String persona(Task compito) {
    var gruppo =
        motore.getTaskService().getIdentityLinksForTask(compito.getId()).get(0).getGroupId();
    var nome = "firma." + gruppo.replace("comune.", "");
    var identita = motore.getIdentityService();
    var utente = identita.newUser(nome);
    utente.setPassword("firma");
    identita.saveUser(utente);
    if (identita.createGroupQuery().groupId(gruppo).count() == 0) {
      identita.saveGroup(identita.newGroup(gruppo));
    }
    if (identita.createTenantQuery().tenantId(VALLE_BREMBANA).count() == 0) {
      identita.saveTenant(identita.newTenant(VALLE_BREMBANA));
    }
    identita.createMembership(nome, gruppo);
    identita.createTenantUserMembership(VALLE_BREMBANA, nome);
    return nome;
  }

  private HttpRequest firma(Task compito, String persona, LocalDate oggi) throws Exception {
    var variabili = new HashMap<String, Object>();
    Map.of(
            "esito", "FIRMATA",
            "persona", "Anna Riva",
            "ruolo", "Sindaca",
            "atto", "delibera 45/2024",
            "dataAtto", oggi.toString(),
            "data", oggi.toString(),
            "motivoSenzaProva", "Firma autografa depositata.")
        .forEach(
            (campo, valore) -> variabili.put(campo, Map.of("value", valore, "type", "String")));
    return HttpRequest.newBuilder(
            URI.create(
                "http://localhost:%d/engine-rest/task/%s/complete"
                    .formatted(porta, compito.getId())))
        .header(
            "Authorization",
            "Basic "
                + Base64.getEncoder()
                    .encodeToString((persona + ":firma").getBytes(StandardCharsets.UTF_8)))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("variables", variabili))))
        .build();
  }

  private List<Task> compiti(String id) {
    return motore.getTaskService().createTaskQuery().taskDefinitionKey(id).list();
  }

  private static void attendi(BooleanSupplier condizione) throws InterruptedException {
    long limite = System.nanoTime() + 120_000_000_000L;
    while (!condizione.getAsBoolean()) {
      assertThat(System.nanoTime()).as("attesa più lunga di due minuti").isLessThan(limite);
      Thread.sleep(100);
    }
  }
}
