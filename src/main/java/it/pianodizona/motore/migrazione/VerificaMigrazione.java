package it.pianodizona.motore.migrazione;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys the models of this release, plans the migration of every running instance to them and
 * carries it out – in a transaction that is always rolled back. The database stays as it was.
 */
public final class VerificaMigrazione {

  /**
   * What would happen to one instance.
   *
   * @param da version tag of its model, {@code a} of the new one
   * @param dove ids of the activities it stands on
   * @param motivi why it would not move; empty when it would
   * @param timer how its timers would change; empty when they would not
   */
  public record Istanza(
      String processo,
      String da,
      String a,
      String id,
      String riferimento,
      Set<String> dove,
      List<String> motivi,
      List<Timer> timer) {

    public boolean migra() {
      return motivi.isEmpty();
    }
  }

  /**
   * A timer that would be there only before, only after, or at another moment.
   *
   * @param prima {@code null} when it would be new, {@code dopo} when it would be gone
   */
  public record Timer(String evento, Date prima, Date dopo) {}

  /**
   * @param invariate instances whose model did not change
   */
  public record Esito(List<Istanza> istanze, int invariate) {}

  private record Arrivo(ProcessDefinition definizione, byte[] modello) {}

  private final ProcessEngine motore;
  private final TransactionTemplate tutto;
  private final TransactionTemplate unaIstanza;
  private final Corrispondenze corrispondenze;
  private final List<Resource> modelli;

  /**
   * @param modelli the BPMN files of the new release
   */
  public VerificaMigrazione(
      ProcessEngine motore,
      PlatformTransactionManager transazioni,
      Corrispondenze corrispondenze,
      List<Resource> modelli) {
    this.motore = motore;
    this.tutto = new TransactionTemplate(transazioni);
    this.unaIstanza = new TransactionTemplate(transazioni);
    this.unaIstanza.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    this.corrispondenze = corrispondenze;
    this.modelli = List.copyOf(modelli);
  }

  /** The BPMN files of the application. */
  static List<Resource> modelliDelRilascio() {
    try {
      return Arrays.stream(
              new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/**/*.bpmn"))
          .sorted(Comparator.comparing(Resource::getFilename))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rehearses the migration of everything that runs. */
  public Esito verifica() {
    return tutto.execute(
        stato -> {
          stato.setRollbackOnly();
          return prova(rilascia());
        });
  }

  private Map<String, Arrivo> rilascia() {
    var rilascio = motore.getRepositoryService().createDeployment().name("verifica-migrazione");
    var contenuti = new HashMap<String, byte[]>();
    for (var modello : modelli) {
      try {
        var contenuto = modello.getContentAsByteArray();
        contenuti.put(modello.getFilename(), contenuto);
        rilascio.addInputStream(modello.getFilename(), new ByteArrayInputStream(contenuto));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return rilascio.deployWithResult().getDeployedProcessDefinitions().stream()
        .collect(
            Collectors.toMap(
                ProcessDefinition::getKey, d -> new Arrivo(d, contenuti.get(d.getResourceName()))));
  }

  private Esito prova(Map<String, Arrivo> arrivi) {
    var istanze = new ArrayList<Istanza>();
    int invariate = 0;
    var perModello =
        motore.getRuntimeService().createProcessInstanceQuery().list().stream()
            .collect(
                Collectors.groupingBy(
                    ProcessInstance::getProcessDefinitionId, TreeMap::new, Collectors.toList()));
    for (var gruppo : perModello.values()) {
      var partenza =
          motore
              .getRepositoryService()
              .getProcessDefinition(gruppo.get(0).getProcessDefinitionId());
      var arrivo = arrivi.get(partenza.getKey());
      if (arrivo != null && Arrays.equals(modello(partenza), arrivo.modello())) {
        invariate += gruppo.size();
      } else {
        gruppo.stream()
            .sorted(Comparator.comparing(ProcessInstance::getId))
            .forEach(i -> istanze.add(prova(i, partenza, arrivo)));
      }
    }
    istanze.sort(Comparator.comparing(Istanza::processo).thenComparing(i -> i.dove().toString()));
    return new Esito(List.copyOf(istanze), invariate);
  }

  private byte[] modello(ProcessDefinition definizione) {
    try (var flusso = motore.getRepositoryService().getProcessModel(definizione.getId())) {
      return flusso.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Istanza prova(ProcessInstance istanza, ProcessDefinition partenza, Arrivo arrivo) {
    var dove = dove(motore.getRuntimeService().getActivityInstance(istanza.getId()));
    var timer = new ArrayList<Timer>();
    List<String> motivi;
    if (arrivo == null) {
      motivi = List.of("il nuovo rilascio non ha il processo " + partenza.getKey());
    } else {
      motivi = migra(istanza, partenza, arrivo.definizione(), timer);
    }
    return new Istanza(
        partenza.getKey(),
        versione(partenza),
        arrivo == null ? "–" : versione(arrivo.definizione()),
        istanza.getId(),
        istanza.getBusinessKey(),
        dove,
        motivi,
        List.copyOf(timer));
  }

  /** Moves one instance and takes it back; fills in how its timers changed meanwhile. */
  private List<String> migra(
      ProcessInstance istanza,
      ProcessDefinition partenza,
      ProcessDefinition arrivo,
      List<Timer> timer) {
    var prima = timer(istanza.getId());
    try {
      var piano = piano(partenza, arrivo);
      return unaIstanza.execute(
          stato -> {
            motore
                .getRuntimeService()
                .newMigration(piano)
                .processInstanceIds(istanza.getId())
                .skipCustomListeners()
                .skipIoMappings()
                .execute();
            timer.addAll(cambiati(prima, timer(istanza.getId())));
            stato.setRollbackOnly();
            return List.of();
          });
    } catch (MigrationPlanValidationException piano) {
      return piano.getValidationReport().getInstructionReports().stream()
          .flatMap(
              r ->
                  r.getFailures().stream()
                      .map(f -> r.getMigrationInstruction().getSourceActivityId() + ": " + f))
          .toList();
    } catch (MigratingProcessInstanceValidationException rifiuto) {
      var rapporto = rifiuto.getValidationReport();
      var motivi = new ArrayList<>(rapporto.getFailures());
      rapporto
          .getActivityInstanceReports()
          .forEach(r -> r.getFailures().forEach(f -> motivi.add(r.getSourceScopeId() + ": " + f)));
      rapporto
          .getTransitionInstanceReports()
          .forEach(r -> r.getFailures().forEach(f -> motivi.add(r.getSourceScopeId() + ": " + f)));
      return List.copyOf(motivi);
    } catch (RuntimeException altro) {
      return List.of(String.valueOf(altro.getMessage()));
    }
  }

  private MigrationPlan piano(ProcessDefinition partenza, ProcessDefinition arrivo) {
    var piano =
        motore
            .getRuntimeService()
            .createMigrationPlan(partenza.getId(), arrivo.getId())
            .mapEqualActivities();
    corrispondenze
        .di(partenza.getKey(), versione(partenza), versione(arrivo))
        .forEach(piano::mapActivities);
    return piano.build();
  }

  private static String versione(ProcessDefinition definizione) {
    return definizione.getVersionTag() == null ? "–" : definizione.getVersionTag();
  }

  private static Set<String> dove(ActivityInstance albero) {
    var dove = new TreeSet<String>();
    for (var figlio : albero.getChildActivityInstances()) {
      if (figlio.getChildActivityInstances().length == 0
          && figlio.getChildTransitionInstances().length == 0) {
        dove.add(figlio.getActivityId());
      }
      dove.addAll(dove(figlio));
    }
    for (var passaggio : albero.getChildTransitionInstances()) {
      dove.add(passaggio.getActivityId());
    }
    return dove;
  }

  /** Due dates of the timers of an instance, by event and in order of time. */
  private Map<String, List<Date>> timer(String istanza) {
    var gestione = motore.getManagementService();
    var timer = new TreeMap<String, List<Date>>();
    for (var lavoro : gestione.createJobQuery().processInstanceId(istanza).timers().list()) {
      var evento =
          gestione
              .createJobDefinitionQuery()
              .jobDefinitionId(lavoro.getJobDefinitionId())
              .singleResult()
              .getActivityId();
      timer.computeIfAbsent(evento, e -> new ArrayList<>()).add(lavoro.getDuedate());
    }
    timer.values().forEach(date -> date.sort(Comparator.naturalOrder()));
    return timer;
  }

  private static List<Timer> cambiati(Map<String, List<Date>> prima, Map<String, List<Date>> dopo) {
    var cambiati = new ArrayList<Timer>();
    var eventi = new TreeSet<>(prima.keySet());
    eventi.addAll(dopo.keySet());
    for (var evento : eventi) {
      var a = prima.getOrDefault(evento, List.of());
      var b = dopo.getOrDefault(evento, List.of());
      for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
        var primo = i < a.size() ? a.get(i) : null;
        var secondo = i < b.size() ? b.get(i) : null;
        if (primo == null || !primo.equals(secondo)) {
          cambiati.add(new Timer(evento, primo, secondo));
        }
      }
    }
    return cambiati;
  }
}
