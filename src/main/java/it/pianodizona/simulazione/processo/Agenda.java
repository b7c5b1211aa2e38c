package it.pianodizona.simulazione.processo;

import it.pianodizona.simulazione.Simulazione;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * What a run still has to do, kept in memory in step with the engine's tables: the jobs that wait,
 * the tasks that opened, and what people intend to do. What a transaction that failed created is
 * never seen here.
 */
@Component
@Simulazione
public class Agenda {

  /** A timer, or what somebody intends to do at a moment; {@code azione} is null for a timer. */
  record Impegno(Instant quando, long ordine, String lavoro, Runnable azione) {}

  private final PriorityQueue<Impegno> impegni =
      new PriorityQueue<>(
          Comparator.comparing(Impegno::quando)
              .thenComparing(i -> i.azione() != null)
              .thenComparingLong(Impegno::ordine));
  private final Deque<String> pronti = new ArrayDeque<>();
  private final Deque<Incarico> aperti = new ArrayDeque<>();
  private final Set<String> compitiInVita = new TreeSet<>();
  private final Map<String, Instant> lavoriInVita = new HashMap<>();
  private final Map<String, Integer> occorrenze = new HashMap<>();
  private long ordine;

  /** Somebody intends to do something at a moment. */
  void prometti(Instant quando, Runnable azione) {
    impegni.add(new Impegno(quando, ordine++, null, azione));
  }

  /** The next job that is due already; empty when there is none. */
  Optional<String> prossimoPronto() {
    while (!pronti.isEmpty()) {
      var id = pronti.poll();
      if (lavoriInVita.containsKey(id)) {
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }

  /** The next thing of the future, without taking it; the jobs that are gone are dropped. */
  Optional<Impegno> prossimo() {
    while (!impegni.isEmpty()) {
      var primo = impegni.peek();
      if (primo.lavoro() == null || primo.quando().equals(lavoriInVita.get(primo.lavoro()))) {
        return Optional.of(primo);
      }
      impegni.poll();
    }
    return Optional.empty();
  }

  void togli(Impegno impegno) {
    impegni.remove(impegno);
  }

  /** The tasks that opened since the last call. */
  List<Incarico> nuovi() {
    var nuovi = new ArrayList<>(aperti);
    aperti.clear();
    return nuovi;
  }

  boolean aperto(Incarico incarico) {
    return compitiInVita.contains(incarico.id());
  }

  int compitiAperti() {
    return compitiInVita.size();
  }

  /** A timer that moved: it is expected at its new moment. */
  void sposta(String lavoro, Instant quando) {
    lavoriInVita.put(lavoro, quando);
    impegni.add(new Impegno(quando, ordine++, lavoro, null));
  }

  /** Reads the tables again: at the start of a run, and after somebody moved the timers. */
  void rileggi(ProcessEngine motore) {
    lavoriInVita.clear();
    pronti.clear();
    motore.getManagementService().createJobQuery().active().orderByJobId().asc().list().stream()
        .sorted(Comparator.comparing(j -> numero(j.getId())))
        .forEach(j -> attendi(j.getId(), j.getDuedate()));
    if (compitiInVita.isEmpty()) {
      motore.getTaskService().createTaskQuery().active().list().stream()
          .sorted(Comparator.comparing(t -> numero(t.getId())))
          .forEach(
              t ->
                  apri(
                      incarico(
                          t.getId(),
                          t.getTaskDefinitionKey(),
                          t.getTenantId(),
                          gruppi(motore, t.getId()),
                          t.getCreateTime(),
                          t.getDueDate())));
    }
  }

  private static String numero(String id) {
    return id.length() < 20 ? "0".repeat(20 - id.length()) + id : id;
  }

  private static List<String> gruppi(ProcessEngine motore, String compito) {
    return motore.getTaskService().getIdentityLinksForTask(compito).stream()
        .filter(l -> l.getGroupId() != null)
        .map(IdentityLink::getGroupId)
        .sorted()
        .toList();
  }

  /** Called by the engine while a task opens. */
  void apre(DelegateTask compito) {
    var incarico =
        incarico(
            compito.getId(),
            compito.getTaskDefinitionKey(),
            compito.getTenantId(),
            compito.getCandidates().stream()
                .filter(l -> l.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .sorted()
                .toList(),
            compito.getCreateTime(),
            compito.getDueDate());
    dopo(() -> apri(incarico));
  }

  /** Called by the engine while a task ends, completed or not. */
  void chiude(DelegateTask compito) {
    var id = compito.getId();
    dopo(() -> compitiInVita.remove(id));
  }

  void nasce(JobEntity lavoro) {
    var id = lavoro.getId();
    var quando = lavoro.getDuedate();
    dopo(() -> attendi(id, quando));
  }

  void muore(JobEntity lavoro) {
    var id = lavoro.getId();
    dopo(() -> lavoriInVita.remove(id));
  }

  private Incarico incarico(
      String id, String chiave, String ambito, List<String> gruppi, Date aperto, Date termine) {
    int volta =
        occorrenze.merge(chiave + "/" + (ambito == null ? "-" : ambito), 1, Integer::sum) - 1;
    return new Incarico(
        id,
        chiave,
        ambito,
        gruppi,
        volta,
        aperto.toInstant(),
        termine == null ? null : termine.toInstant());
  }

  private void apri(Incarico incarico) {
    compitiInVita.add(incarico.id());
    aperti.add(incarico);
  }

  private void attendi(String id, Date quando) {
    if (quando == null) {
      lavoriInVita.put(id, Instant.EPOCH);
      pronti.add(id);
    } else {
      sposta(id, quando.toInstant());
    }
  }

  private static void dopo(Runnable azione) {
    Context.getCommandContext()
        .getTransactionContext()
        .addTransactionListener(TransactionState.COMMITTED, contesto -> azione.run());
  }
}
