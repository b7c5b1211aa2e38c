package it.pianodizona.monitoraggio.processo;

import it.pianodizona.comune.Termini;
import it.pianodizona.monitoraggio.MemoriaDelMotore;
import it.pianodizona.monitoraggio.PassoDelPiano;
import it.pianodizona.monitoraggio.PassoDelPiano.Tipo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the engine's history in one query; its API would ask again for each step who did it. Who
 * completed a task without taking it first is found in the log of what users did.
 */
@Component
class MemoriaNelMotore implements MemoriaDelMotore {

  private static final int ANNULLATA = 2;

  private static final String PASSI =
      """
      select d.name_ as processo, a.act_type_ as tipo, coalesce(t.name_, a.act_name_) as nome,
             a.start_time_ as inizio, a.end_time_ as fine, t.due_date_ as entro,
             a.act_inst_state_ as stato, u.first_ as nome_persona, u.last_ as cognome_persona,
             u.id_ as persona,
             (select min(coalesce(g.name_, l.group_id_))
                from act_hi_identitylink l left join act_id_group g on g.id_ = l.group_id_
               where l.task_id_ = a.task_id_ and l.type_ = 'candidate'
                 and l.operation_type_ = 'add') as ufficio
        from act_hi_procinst p
        join act_hi_actinst a on a.proc_inst_id_ = p.id_
        join act_re_procdef d on d.id_ = a.proc_def_id_
        left join act_hi_taskinst t on t.id_ = a.task_id_
        left join act_id_user u
          on u.id_ = coalesce(
               (select max(o.user_id_) from act_hi_op_log o
                 where o.task_id_ = a.task_id_ and o.operation_type_ = 'Complete'),
               t.assignee_)
       where (p.business_key_ = :chiave or p.business_key_ like :sotto)
         and a.act_type_ in (:tipi)
       order by a.start_time_, a.sequence_counter_, a.id_
      """;

  private final JdbcClient jdbc;

  MemoriaNelMotore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The engine's names of what is a step; gateways and the frames of sub-processes are none. */
  private enum Attivita {
    userTask(Tipo.COMPITO),
    serviceTask(Tipo.AUTOMATICO),
    sendTask(Tipo.AUTOMATICO),
    scriptTask(Tipo.AUTOMATICO),
    businessRuleTask(Tipo.AUTOMATICO),
    receiveTask(Tipo.ATTESA),
    intermediateTimer(Tipo.ATTESA),
    intermediateMessageCatch(Tipo.ATTESA),
    intermediateConditional(Tipo.ATTESA),
    boundaryTimer(Tipo.EVENTO),
    boundaryMessage(Tipo.EVENTO),
    boundaryError(Tipo.EVENTO),
    boundaryConditional(Tipo.EVENTO),
    boundaryEscalation(Tipo.EVENTO),
    messageStartEvent(Tipo.EVENTO),
    startTimerEvent(Tipo.EVENTO),
    noneEndEvent(Tipo.EVENTO),
    messageEndEvent(Tipo.EVENTO),
    escalationEndEvent(Tipo.EVENTO),
    errorEndEvent(Tipo.EVENTO),
    terminateEndEvent(Tipo.EVENTO);

    private final Tipo tipo;

    Attivita(Tipo tipo) {
      this.tipo = tipo;
    }
  }

  @Override
  public List<PassoDelPiano> passi(String chiave) {
    return jdbc.sql(PASSI)
        .param("chiave", chiave)
        .param("sotto", chiave + "/%")
        .param("tipi", Stream.of(Attivita.values()).map(Enum::name).toList())
        .query(MemoriaNelMotore::passo)
        .list();
  }

  private static PassoDelPiano passo(ResultSet riga, int numero) throws SQLException {
    return new PassoDelPiano(
        riga.getString("processo"),
        Attivita.valueOf(riga.getString("tipo")).tipo,
        Optional.ofNullable(riga.getString("nome")).orElse("(senza nome)"),
        chi(riga),
        istante(riga, "inizio"),
        istante(riga, "fine"),
        istante(riga, "entro"),
        riga.getInt("stato") == ANNULLATA);
  }

  private static String chi(ResultSet riga) throws SQLException {
    var ufficio = Optional.ofNullable(riga.getString("ufficio")).orElse("");
    var persona =
        Stream.of(riga.getString("nome_persona"), riga.getString("cognome_persona"))
            .filter(parte -> parte != null && !parte.isBlank())
            .collect(Collectors.joining(" "));
    if (persona.isEmpty()) {
      persona = Optional.ofNullable(riga.getString("persona")).orElse("");
    }
    return persona.isEmpty() || ufficio.isEmpty() ? persona + ufficio : persona + ", " + ufficio;
  }

  private static ZonedDateTime istante(ResultSet riga, String colonna) throws SQLException {
    var istante = riga.getTimestamp(colonna);
    return istante == null ? null : istante.toInstant().atZone(Termini.ROMA);
  }
}
