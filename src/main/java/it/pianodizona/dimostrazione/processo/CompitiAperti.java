package it.pianodizona.dimostrazione.processo;

import it.pianodizona.comune.Termini;
import it.pianodizona.dimostrazione.Dimostrazione;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has to do what now: the open tasks with a demonstration user able to complete each. */
@Component
@Dimostrazione
public class CompitiAperti {

  private final TaskService compiti;
  private final IdentityService identita;
  private final JdbcClient jdbc;

  CompitiAperti(TaskService compiti, IdentityService identita, JdbcClient jdbc) {
    this.compiti = compiti;
    this.identita = identita;
    this.jdbc = jdbc;
  }

  /**
   * An open task.
   *
   * @param utente login of a demonstration user who finds it in Tasklist; empty when there is none
   * @param scadenza null when the domain sets none
   */
  public record CompitoAperto(
      String id, String nome, String codiceAmbito, String utente, ZonedDateTime scadenza) {}

  /** The first open tasks, those due earliest first. */
  public List<CompitoAperto> elenco(int quanti) {
    var aperti =
        compiti
            .createTaskQuery()
            .active()
            .orderByDueDate()
            .asc()
            .orderByTaskCreateTime()
            .asc()
            .listPage(0, quanti);
    var gruppi = gruppi();
    var utenti = new HashMap<String, String>();
    return aperti.stream()
        .map(
            compito ->
                new CompitoAperto(
                    compito.getId(),
                    compito.getName(),
                    compito.getTenantId(),
                    Optional.ofNullable(gruppi.get(compito.getId()))
                        .map(gruppo -> utenti.computeIfAbsent(gruppo, this::unUtente))
                        .orElse(""),
                    data(compito.getDueDate())))
        .toList();
  }

  /** One query for all tasks, where the engine's API would ask once per task. */
  private Map<String, String> gruppi() {
    return jdbc
        .sql(
            """
            select task_id_ as compito, min(group_id_) as gruppo from act_ru_identitylink
            where task_id_ is not null and type_ = 'candidate' group by task_id_""")
        .query((riga, numero) -> Map.entry(riga.getString("compito"), riga.getString("gruppo")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private String unUtente(String gruppo) {
    return identita
        .createUserQuery()
        .memberOfGroup(gruppo)
        .orderByUserId()
        .asc()
        .listPage(0, 50)
        .stream()
        .map(User::getId)
        // the RUP also sits in the ufficio di piano: name the person of the office first
        .min((a, b) -> Integer.compare(gruppiDi(a), gruppiDi(b)))
        .orElse("");
  }

  private int gruppiDi(String utente) {
    return (int) identita.createGroupQuery().groupMember(utente).count();
  }

  private static ZonedDateTime data(Date data) {
    return data == null ? null : data.toInstant().atZone(Termini.ROMA);
  }
}
