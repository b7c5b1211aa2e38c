package it.pianodizona.registro.processo;

import it.pianodizona.comune.Termini;
import it.pianodizona.registro.AttoRegistrato;
import it.pianodizona.registro.FonteDiAtti;
import it.pianodizona.registro.Ricerca;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The engine's log of what people did. Read from its tables: the engine's own query knows neither
 * Ambiti nor plans. Values of variables are left out: they may be personal data.
 */
@Component
class OperazioniDelMotore implements FonteDiAtti {

  private static final String OPERAZIONI =
      """
      select distinct l.operation_id_, l.timestamp_, l.user_id_, l.operation_type_,
        l.entity_type_, coalesce(l.tenant_id_, i.tenant_id_) as ambito, i.business_key_,
        t.name_, c.per_conto_di
      from act_hi_op_log l
      left join act_hi_procinst i
        on i.proc_inst_id_ = coalesce(l.root_proc_inst_id_, l.proc_inst_id_)
      left join act_hi_taskinst t on t.id_ = l.task_id_
      left join atto_per_conto c on c.compito = l.task_id_ and c.chi = l.user_id_
      """;

  private static final Map<String, String> COSA = cosa();

  private final JdbcClient jdbc;

  OperazioniDelMotore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<AttoRegistrato> atti(Ricerca ricerca) {
    var condizioni = new ArrayList<String>(List.of("l.user_id_ is not null"));
    var valori = new HashMap<String, Object>();
    if (ricerca.ambiti() != null) {
      condizioni.add("coalesce(l.tenant_id_, i.tenant_id_) in (:ambiti)");
      valori.put("ambiti", ricerca.ambiti());
    }
    if (ricerca.piano() != null) {
      condizioni.add("i.business_key_ = :piano");
      valori.put("piano", ricerca.piano());
    }
    if (ricerca.chi() != null) {
      condizioni.add("l.user_id_ = :chi");
      valori.put("chi", ricerca.chi());
    }
    if (ricerca.dal() != null) {
      condizioni.add("l.timestamp_ >= :dal");
      valori.put("dal", inizio(ricerca.dal()));
    }
    if (ricerca.al() != null) {
      condizioni.add("l.timestamp_ < :al");
      valori.put("al", inizio(ricerca.al().plusDays(1)));
    }
    valori.put("quanti", ricerca.quanti());
    return jdbc.sql(
            OPERAZIONI
                + " where "
                + String.join(" and ", condizioni)
                + " order by l.timestamp_ desc fetch first :quanti rows only")
        .params(valori)
        .query(
            (riga, n) ->
                new AttoRegistrato(
                    riga.getTimestamp(2).toInstant().atZone(Termini.ROMA).toOffsetDateTime(),
                    riga.getString(3),
                    riga.getString(9),
                    riga.getString(6),
                    riga.getString(7),
                    descrizione(riga.getString(4), riga.getString(5)),
                    riga.getString(8)))
        .list();
  }

  static String descrizione(String operazione, String oggetto) {
    return COSA.getOrDefault(operazione, COSA.getOrDefault(oggetto, "Altra operazione"));
  }

  private static Timestamp inizio(LocalDate giorno) {
    return Timestamp.from(giorno.atStartOfDay(Termini.ROMA).toInstant());
  }

  private static Map<String, String> cosa() {
    var cosa = new TreeMap<String, String>();
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_COMPLETE, "Compito completato");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_CLAIM, "Compito preso in carico");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_ASSIGN, "Compito assegnato o rilasciato");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_SET_OWNER, "Titolare del compito cambiato");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_SET_PRIORITY, "Priorità cambiata");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_CREATE, "Creazione o avvio");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_UPDATE, "Modifica");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_DELETE, "Cancellazione");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_DELETE_HISTORY, "Cancellazione della storia");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_SUSPEND, "Sospensione");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_ACTIVATE, "Riattivazione");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_ADD_USER_LINK, "Persona aggiunta al compito");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_DELETE_USER_LINK, "Persona tolta dal compito");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_ADD_GROUP_LINK, "Gruppo aggiunto al compito");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_DELETE_GROUP_LINK, "Gruppo tolto dal compito");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_SET_VARIABLE, "Dato del procedimento cambiato");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_SET_VARIABLES, "Dati del procedimento cambiati");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_REMOVE_VARIABLE, "Dato del procedimento tolto");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_SET_JOB_RETRIES, "Lavoro da ritentare");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_EXECUTE, "Lavoro eseguito a mano");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_SET_DUEDATE, "Scadenza cambiata");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_RECALC_DUEDATE, "Scadenza calcolata di nuovo");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_MODIFY_PROCESS_INSTANCE, "Percorso modificato");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_MIGRATE, "Passaggio a un altro modello");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_RESTART_PROCESS_INSTANCE, "Nuovo avvio");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_UPDATE_COMMENT, "Commento cambiato");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_DELETE_COMMENT, "Commento tolto");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_ADD_ATTACHMENT, "Allegato aggiunto");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_DELETE_ATTACHMENT, "Allegato tolto");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_UNLOCK, "Utente sbloccato");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_RESOLVE, "Compito restituito");
    cosa.put(UserOperationLogEntry.OPERATION_TYPE_DELEGATE, "Compito passato ad altri");
    return cosa;
  }
}
