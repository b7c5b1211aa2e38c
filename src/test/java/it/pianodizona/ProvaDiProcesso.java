package it.pianodizona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import it.pianodizona.comune.Termini;
import it.pianodizona.motore.Processi;
import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Triennio;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/**
 * A test that walks processes in virtual time: the job executor is off and the clock stands still
 * until the test moves it. All such tests share one application context.
 *
 * <p>A class that covers a model says so with {@link Copre}: after its last test, every flow node
 * of that model must have run.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.MOCK,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:processi;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE",
      "camunda.bpm.job-execution.enabled=false",
      "pianodizona.posta.attiva=false",
      "pianodizona.dimostrazione.attiva=false"
    })
@Import(ProvaDiProcesso.RaccoglitoreEventi.class)
public abstract class ProvaDiProcesso {

  /** The Ambito of the real notice: 24 Comuni, ATS Bergamo, ASST Bergamo Est. */
  public static final String AMBITO = "50084";

  private static final AtomicInteger ANNO = new AtomicInteger(2100);

  @Autowired protected ProcessEngine motore;
  @Autowired protected Processi processi;
  @Autowired protected Piani piani;
  @Autowired private RaccoglitoreEventi raccoglitore;

  /** Keeps what features published, in order. */
  static class RaccoglitoreEventi {
    private final List<EventoDelPiano> eventi = new ArrayList<>();

    @EventListener
    synchronized void raccogli(EventoDelPiano evento) {
      eventi.add(evento);
    }
  }

  @BeforeEach
  void preparaMotore() {
    init(motore);
    raccoglitore.eventi.clear();
    adesso("2024-09-12T09:00");
  }

  @AfterEach
  void svuotaMotore() {
    motore
        .getRuntimeService()
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(
            istanza ->
                motore
                    .getRuntimeService()
                    .deleteProcessInstance(istanza.getId(), "fine prova", true, true));
    // what was asked for and not done yet belongs to no instance
    motore.getManagementService().createJobQuery().list().stream()
        .filter(lavoro -> lavoro.getProcessDefinitionId() == null)
        .forEach(lavoro -> motore.getManagementService().deleteJob(lavoro.getId()));
    ClockUtil.reset();
  }

  /** A fresh plan of Ambito 50084 in a triennio of its own, due on 10/12/2024. */
  protected RiferimentoPiano piano() {
    return piano("2025-2027");
  }

  protected RiferimentoPiano piano(String schemaPremialita) {
    int anno = ANNO.getAndIncrement();
    var triennio = anno + "-" + (anno + 2);
    piani.registra(
        Triennio.di(
            triennio, "DGR XII/2167 del 15/04/2024", LocalDate.of(2024, 12, 10), schemaPremialita));
    return piani.avvia(triennio, List.of(AMBITO)).get(0);
  }

  /** Starts a process of a plan as the life cycle would. */
  protected String avvia(String processo, RiferimentoPiano piano, Map<String, ?> altre) {
    var variabili = new HashMap<String, Object>(altre);
    variabili.put("pianoId", piano.pianoId());
    variabili.put("codiceAmbito", piano.codiceAmbito());
    variabili.put("triennio", piano.triennio());
    return processi.avvia(processo, piano.chiave(), variabili);
  }

  /** Stops the clock at this moment, Europe/Rome, without running anything. */
  protected void adesso(String dataOra) {
    ClockUtil.setCurrentTime(
        Date.from(LocalDateTime.parse(dataOra).atZone(Termini.ROMA).toInstant()));
  }

  protected ZonedDateTime adesso() {
    return ClockUtil.now().toInstant().atZone(Termini.ROMA);
  }

  /** Runs everything that is due now, until nothing is. */
  protected void esegui() {
    for (int giro = 0; giro < 1000; giro++) {
      var pronti =
          motore.getManagementService().createJobQuery().executable().withRetriesLeft().list();
      if (pronti.isEmpty()) {
        return;
      }
      for (Job job : pronti) {
        if (motore.getManagementService().createJobQuery().jobId(job.getId()).count() == 1) {
          motore.getManagementService().executeJob(job.getId());
        }
      }
    }
    throw new AssertionError("I lavori in coda non finiscono mai");
  }

  /** Moves to a moment, running on the way every timer at its own time, in order. */
  protected void vaiA(String dataOra) {
    var arrivo = Date.from(LocalDateTime.parse(dataOra).atZone(Termini.ROMA).toInstant());
    esegui();
    while (true) {
      var prossimo =
          motore
              .getManagementService()
              .createJobQuery()
              .timers()
              .active()
              .duedateLowerThan(arrivo)
              .orderByJobDuedate()
              .asc()
              .listPage(0, 1);
      if (prossimo.isEmpty()) {
        break;
      }
      ClockUtil.setCurrentTime(new Date(prossimo.get(0).getDuedate().getTime() + 1));
      esegui();
    }
    ClockUtil.setCurrentTime(arrivo);
    esegui();
  }

  /** The one open task with this id in the model. */
  protected Task compito(String id) {
    var compiti = compiti(id);
    assertThat(compiti).as("compiti aperti «%s» (aperti: %s)", id, aperti()).hasSize(1);
    return compiti.get(0);
  }

  protected List<Task> compiti(String id) {
    return motore.getTaskService().createTaskQuery().taskDefinitionKey(id).active().list();
  }

  /** Ids of all open tasks, for messages. */
  protected List<String> aperti() {
    return motore.getTaskService().createTaskQuery().list().stream()
        .map(Task::getTaskDefinitionKey)
        .sorted()
        .toList();
  }

  /** What the form of a task is prefilled with. */
  protected Map<String, Object> modulo(Task compito) {
    return motore.getTaskService().getVariablesLocal(compito.getId());
  }

  /** Completes a task with what a person filled in, then runs what follows at once. */
  protected void completa(Task compito, Map<String, ?> dati) {
    motore.getTaskService().complete(compito.getId(), comeDalBrowser(dati));
    esegui();
  }

  protected void completa(String idCompito, Map<String, ?> dati) {
    completa(compito(idCompito), dati);
  }

  /** Starts a process as a person does, from its start form, then runs what follows at once. */
  protected void avviaDalModulo(String processo, Map<String, ?> dati) {
    motore.getFormService().submitStartForm(definizione(processo), comeDalBrowser(dati));
    esegui();
  }

  /** Id of the latest definition of a process. */
  protected String definizione(String processo) {
    return motore
        .getRepositoryService()
        .createProcessDefinitionQuery()
        .processDefinitionKey(processo)
        .latestVersion()
        .singleResult()
        .getId();
  }

  /** Lists and maps travel as JSON, as Tasklist sends them. */
  protected static Map<String, Object> comeDalBrowser(Map<String, ?> dati) {
    var variabili = Variables.createVariables();
    dati.forEach(
        (chiave, valore) ->
            variabili.putValue(
                chiave,
                valore instanceof List<?> || valore instanceof Map<?, ?>
                    ? it.pianodizona.motore.modulo.ValoriModulo.json(valore)
                    : valore instanceof String testo && testo.startsWith("json:")
                        ? Spin.JSON(testo.substring(5))
                        : valore));
    return variabili;
  }

  /** What features published since the test began. */
  protected List<EventoDelPiano> eventi() {
    return List.copyOf(raccoglitore.eventi);
  }

  protected <T extends EventoDelPiano> List<T> eventi(Class<T> tipo) {
    return raccoglitore.eventi.stream().filter(tipo::isInstance).map(tipo::cast).toList();
  }
}
