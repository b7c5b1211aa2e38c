package it.pianodizona.fascicolo.processo;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Names and surnames by user name. The engine tells them only to who may read all its users, which
 * officials may not: callers ask here for the people at work on a task that who asks may read.
 */
@Component
public class NomiDellePersone {

  private static final String NOMI = "select u.id_, u.first_, u.last_ from act_id_user u where ";

  private final JdbcClient jdbc;

  NomiDellePersone(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<String, String> nomi(Collection<String> utenti) {
    return utenti.isEmpty()
        ? Map.of()
        : raccogli(jdbc.sql(NOMI + "u.id_ in (:utenti)").param("utenti", utenti));
  }

  /** Who took a task, who had to do with it before, and who asks. */
  public Map<String, String> alLavoroSu(String compitoId, String chiChiede) {
    return raccogli(
        jdbc.sql(
                NOMI
                    + """
                    u.id_ = :chi
                    or u.id_ in (select t.assignee_ from act_ru_task t where t.id_ = :compito)
                    or u.id_ in (select c.user_id_ from act_hi_comment c where c.task_id_ = :compito)
                    or u.id_ in (select o.user_id_ from act_hi_op_log o where o.task_id_ = :compito)
                    or u.id_ in (select o.new_value_ from act_hi_op_log o
                      where o.task_id_ = :compito and o.property_ = 'assignee')
                    or u.id_ in (select o.org_value_ from act_hi_op_log o
                      where o.task_id_ = :compito and o.property_ = 'assignee')""")
            .param("chi", chiChiede)
            .param("compito", compitoId));
  }

  private static Map<String, String> raccogli(JdbcClient.StatementSpec domanda) {
    var nomi = new HashMap<String, String>();
    domanda
        .query(
            (riga, numero) -> {
              var intero =
                  Stream.of(riga.getString("first_"), riga.getString("last_"))
                      .filter(parte -> parte != null && !parte.isBlank())
                      .collect(Collectors.joining(" "));
              var utente = riga.getString("id_");
              return nomi.put(utente, intero.isEmpty() ? utente : intero);
            })
        .list();
    return nomi;
  }
}
