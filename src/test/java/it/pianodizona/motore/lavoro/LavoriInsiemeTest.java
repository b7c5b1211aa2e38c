package it.pianodizona.motore.lavoro;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.ProvaDiProcesso;
import it.pianodizona.comune.TransazioneContesa;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class LavoriInsiemeTest extends ProvaDiProcesso {

  private static final String PROCESSO = "ProvaLavoriInsieme";
  private static final int PROMEMORIA = LavoriInsieme.MASSIMO + 3;

  /** What was done and committed, one list for each transaction. */
  private static final List<List<String>> TRANSAZIONI = new ArrayList<>();

  @Autowired private PlatformTransactionManager transazioni;

  private final Acceso esecutore = new Acceso();
  private ProcessEngineConfigurationImpl configurazione;
  private JobExecutor spento;
  private String rilascio;

  /** Notes that it ran, in which transaction, and fails when the instance says so. */
  public static class Annota implements JavaDelegate {

    @Override
    public void execute(DelegateExecution esecuzione) {
      var attivita = esecuzione.getCurrentActivityId();
      if (attivita.equals(esecuzione.getVariable("guasto"))) {
        throw new IllegalStateException("guasto di prova");
      }
      if (attivita.equals(esecuzione.getVariable("contesa"))) {
        TransazioneContesa.segna();
      }
      var chiave = Annota.class;
      @SuppressWarnings("unchecked")
      var fatte = (List<String>) TransactionSynchronizationManager.getResource(chiave);
      if (fatte == null) {
        var nuove = new ArrayList<String>();
        TransactionSynchronizationManager.bindResource(chiave, nuove);
        TransactionSynchronizationManager.registerSynchronization(
            new TransactionSynchronization() {
              @Override
              public void afterCompletion(int esito) {
                TransactionSynchronizationManager.unbindResource(chiave);
                if (esito == STATUS_COMMITTED) {
                  TRANSAZIONI.add(nuove);
                }
              }
            });
        fatte = nuove;
      }
      fatte.add(attivita);
    }
  }

  /** Active, and takes no jobs by itself. */
  private static final class Acceso extends DefaultJobExecutor {

    private Acceso() {
      isActive = true;
    }

    void spegni() {
      isActive = false;
    }

    @Override
    public void jobWasAdded() {
      // nobody looks for jobs
    }
  }

  @BeforeEach
  void unProcessoConMoltiPromemoria() {
    TRANSAZIONI.clear();
    configurazione = (ProcessEngineConfigurationImpl) motore.getProcessEngineConfiguration();
    spento = configurazione.getJobExecutor();
    configurazione.setJobExecutor(esecutore);
    var attesa =
        Bpmn.createExecutableProcess(PROCESSO)
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .receiveTask("attesa")
            .message("ProvaMaiSpedita");
    var modello = attesa.endEvent().done();
    for (int i = 0; i < PROMEMORIA; i++) {
      var promemoria =
          modello
              .<ReceiveTask>getModelElementById("attesa")
              .builder()
              .boundaryEvent("promemoria" + i)
              .cancelActivity(false)
              .timerWithDuration("PT1H")
              .serviceTask("annota" + i)
              .camundaClass(Annota.class.getName());
      if (i == 0) {
        promemoria =
            promemoria
                .serviceTask("seguito")
                .camundaClass(Annota.class.getName())
                .camundaAsyncBefore();
      }
      promemoria.endEvent();
    }
    rilascio =
        motore
            .getRepositoryService()
            .createDeployment()
            .addModelInstance(PROCESSO + ".bpmn", modello)
            .deploy()
            .getId();
  }

  @AfterEach
  void toglieIlProcesso() {
    motore.getRepositoryService().deleteDeployment(rilascio, true, true, true);
    configurazione.setJobExecutor(spento);
  }

  @Test
  void iLavoriPresiInsiemeSiSalvanoConUnaSolaScrittura() {
    var scaduti = promemoria(3, Map.of());

    insieme(scaduti);

    assertThat(TRANSAZIONI).hasSize(2);
    assertThat(TRANSAZIONI.get(0)).containsExactlyInAnyOrder("annota0", "annota1", "annota2");
    assertThat(TRANSAZIONI.get(1)).as("nato dal primo").containsExactly("seguito");
    assertThat(lavori()).hasSize(PROMEMORIA - 3);
  }

  @Test
  void chiTieneCioCheAltriAspettanoELUltimoDellaSuaTransazione() {
    insieme(promemoria(4, Map.of("contesa", "annota1")));

    assertThat(TRANSAZIONI)
        .containsExactly(List.of("annota0", "annota1"), List.of("annota2", "annota3", "seguito"));
  }

  @Test
  void diPiuDelMassimoNeVannoInUnaTransazioneSoltantoIlMassimo() {
    insieme(promemoria(PROMEMORIA, Map.of()));

    assertThat(TRANSAZIONI).extracting(List::size).containsExactly(LavoriInsieme.MASSIMO, 4);
    assertThat(lavori()).isEmpty();
  }

  @Test
  void chiFalliscePerdeUnTentativoEGliAltriRiesconoUnoAllaVolta() {
    insieme(promemoria(4, Map.of("guasto", "annota2")));

    assertThat(TRANSAZIONI)
        .containsExactlyInAnyOrder(
            List.of("annota0"), List.of("annota1"), List.of("annota3"), List.of("seguito"));
    var falliti = lavori().stream().filter(lavoro -> lavoro.getExceptionMessage() != null).toList();
    assertThat(falliti).hasSize(1);
    assertThat(falliti.get(0).getExceptionMessage()).isEqualTo("guasto di prova");
    assertThat(falliti.get(0).getRetries()).isEqualTo(2);
  }

  @Test
  void chiNelFrattempoNonServePiuNonFermaGliAltri() {
    var scaduti = promemoria(3, Map.of());
    motore.getManagementService().deleteJob(scaduti.get(1));

    insieme(scaduti);

    assertThat(TRANSAZIONI.get(0)).containsExactlyInAnyOrder("annota0", "annota2");
  }

  @Test
  void seIlNodoSiFermaNonCominciaNulla() {
    var scaduti = promemoria(3, Map.of());
    esecutore.spegni();

    insieme(scaduti);

    assertThat(TRANSAZIONI).isEmpty();
    assertThat(lavori()).hasSize(PROMEMORIA);
  }

  private void insieme(List<String> lavori) {
    new LavoriInsieme(lavori, (ProcessEngineImpl) motore, new TransactionTemplate(transazioni))
        .run();
  }

  /** Ids of the jobs of the first reminders of a new instance, an hour later. */
  private List<String> promemoria(int quanti, Map<String, Object> variabili) {
    motore.getRuntimeService().startProcessInstanceByKey(PROCESSO, variabili);
    adesso("2024-09-12T11:00");
    var perAttivita =
        lavori().stream()
            .collect(Collectors.toMap(lavoro -> definizione(lavoro).getActivityId(), Job::getId));
    return IntStream.range(0, quanti).mapToObj(i -> perAttivita.get("promemoria" + i)).toList();
  }

  private JobDefinition definizione(Job lavoro) {
    return motore
        .getManagementService()
        .createJobDefinitionQuery()
        .jobDefinitionId(lavoro.getJobDefinitionId())
        .singleResult();
  }

  private List<Job> lavori() {
    return motore.getManagementService().createJobQuery().processDefinitionKey(PROCESSO).list();
  }
}
