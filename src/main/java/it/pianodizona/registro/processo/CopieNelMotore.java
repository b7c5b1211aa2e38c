package it.pianodizona.registro.processo;

import it.pianodizona.registro.CopieDiLavoro;
import org.camunda.bpm.engine.HistoryService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes what the engine remembers of the forms of finished procedures, and nothing else. */
@Component
class CopieNelMotore implements CopieDiLavoro {

  private static final String PROCESSO = "DomandaPartecipazione";

  private final HistoryService storia;
  private final JdbcClient jdbc;

  CopieNelMotore(HistoryService storia, JdbcClient jdbc) {
    this.storia = storia;
    this.jdbc = jdbc;
  }

  @Override
  public int eliminaDomande(String piano) {
    var finite =
        jdbc.sql(
                """
                select distinct i.proc_inst_id_ from act_hi_procinst i
                join act_hi_procinst r on r.proc_inst_id_ = i.root_proc_inst_id_
                join act_hi_varinst v on v.proc_inst_id_ = i.proc_inst_id_
                where i.proc_def_key_ = ? and i.end_time_ is not null
                  and (i.business_key_ like ? or r.business_key_ = ?)""")
            .params(PROCESSO, piano + "%", piano)
            .query(String.class)
            .list();
    finite.forEach(storia::deleteHistoricVariableInstancesByProcessInstanceId);
    return finite.size();
  }
}
