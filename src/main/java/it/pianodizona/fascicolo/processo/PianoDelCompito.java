package it.pianodizona.fascicolo.processo;

import it.pianodizona.comune.Termini;
import it.pianodizona.motore.VariabiliPiano;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which plan a task is about, for whoever may read the task. */
@Component
public class PianoDelCompito {

  private final TaskService compiti;
  private final NomiDellePersone persone;
  private final JdbcClient jdbc;

  PianoDelCompito(TaskService compiti, NomiDellePersone persone, JdbcClient jdbc) {
    this.compiti = compiti;
    this.persone = persone;
    this.jdbc = jdbc;
  }

  /**
   * An open task.
   *
   * @param codiceAmbito null for the tasks of the Region
   * @param pianoId null when it is about no plan
   * @param scadenza Europe/Rome; null when the domain sets none
   * @param inCaricoA name of who took it; null when nobody did
   */
  public record Aperto(
      String id, String codiceAmbito, Long pianoId, ZonedDateTime scadenza, String inCaricoA) {}

  /** The open tasks, among these, that who asks may read. */
  public List<Aperto> aperti(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var leggibili = compiti.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).list();
    var piani = piani(leggibili.stream().map(Task::getId).toList());
    var nomi =
        persone.nomi(
            leggibili.stream()
                .map(Task::getAssignee)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return leggibili.stream()
        .map(
            compito ->
                new Aperto(
                    compito.getId(),
                    compito.getTenantId(),
                    piani.get(compito.getId()),
                    compito.getDueDate() == null
                        ? null
                        : compito.getDueDate().toInstant().atZone(Termini.ROMA),
                    compito.getAssignee() == null
                        ? null
                        : nomi.getOrDefault(compito.getAssignee(), compito.getAssignee())))
        .toList();
  }

  /** Empty when the task does not exist for who asks, or is about no plan. */
  public Optional<Long> piano(String compitoId) {
    return aperti(List.of(compitoId)).stream()
        .filter(aperto -> aperto.pianoId() != null)
        .map(Aperto::pianoId)
        .findFirst();
  }

  /** One query for all tasks, where the engine's API would ask once per task. */
  private Map<String, Long> piani(Collection<String> ids) {
    var piani = new HashMap<String, Long>();
    if (!ids.isEmpty()) {
      jdbc.sql(
              """
              select t.id_ as compito, v.long_ as piano from act_ru_task t
              join act_ru_variable v on v.execution_id_ = t.proc_inst_id_ and v.name_ = :nome
              where t.id_ in (:ids)""")
          .param("nome", VariabiliPiano.PIANO_ID.nome())
          .param("ids", ids)
          .query((riga, numero) -> piani.put(riga.getString("compito"), riga.getLong("piano")))
          .list();
    }
    return piani;
  }
}
