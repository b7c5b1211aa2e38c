package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The premialità seen from the Region: all Ambiti at once, each list by one statement whatever the
 * number of Ambiti. The money comes from the ledger, not from the projects.
 */
@Service
@Transactional(readOnly = true)
public class QuadroPremialita {

  private static final String SITUAZIONI =
      """
      select n.id, n.codice_ambito, n.triennio,
             coalesce(p.presentati, 0) presentati, coalesce(p.approvati, 0) approvati,
             coalesce(p.respinti, 0) respinti, coalesce(p.senza_partner, 0) senza_partner,
             coalesce(p.da_completare, 0) da_completare, coalesce(p.in_attesa, 0) in_attesa,
             coalesce(l.assegnata, 0) assegnata, coalesce(l.liquidata, 0) liquidata,
             coalesce(l.residua, 0) residua
        from piano n
        left join (
          select g.piano_id,
                 count(g.scheda_compilata) presentati,
                 sum(case when vp.positiva then 1 else 0 end) approvati,
                 sum(case when not vp.positiva then 1 else 0 end) respinti,
                 sum(case when g.scheda_compilata is not null and a.progetto_id is null
                          then 1 else 0 end) senza_partner,
                 sum(case when d.id is not null and d.importo is null then 1 else 0 end)
                   da_completare,
                 sum(case when d.importo > 0 and s.acconto is null
                            or vf.percentuale > 0 and d.importo > coalesce(s.pagato, 0)
                          then 1 else 0 end) in_attesa
            from progetto_premialita g
            left join valutazione_progetto vp on vp.progetto_id = g.id and vp.tipo = 'PROPOSTA'
            left join valutazione_progetto vf on vf.progetto_id = g.id and vf.tipo = 'FINALE'
            left join determinazione_premialita d on d.id =
              (select max(u.id) from determinazione_premialita u where u.progetto_id = g.id)
            left join (
              select distinct x.progetto_id from partner_progetto x
               where not exists (select 1 from recesso_progetto r
                                  where r.progetto_id = x.progetto_id
                                    and r.codice_ambito = x.codice_ambito)
            ) a on a.progetto_id = g.id
            left join (
              select m.progetto_id,
                     sum(case when m.conto_avere = 'TESORERIA' then m.importo else 0 end)
                       - sum(case when m.conto_dare = 'TESORERIA' then m.importo else 0 end) pagato,
                     sum(case when m.causale = 'ACCONTO' and t.id is null then 1 end) acconto
                from scrittura_premialita m
                left join scrittura_premialita t on t.storna = m.id
               group by m.progetto_id
            ) s on s.progetto_id = g.id
           group by g.piano_id
        ) p on p.piano_id = n.id
        left join (
          select piano_id,
                 sum(case when conto_dare = 'RISORSE' then importo
                          when conto_avere = 'RISORSE' then -importo else 0 end) assegnata,
                 sum(case when conto_avere = 'TESORERIA' then importo
                          when conto_dare = 'TESORERIA' then -importo else 0 end) liquidata,
                 sum(case when conto_avere = 'DA_LIQUIDARE' then importo
                          when conto_dare = 'DA_LIQUIDARE' then -importo else 0 end) residua
            from scrittura_premialita
           group by piano_id
        ) l on l.piano_id = n.id
      """;

  private final JdbcClient jdbc;

  QuadroPremialita(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How many projects there are for one strategic objective of 2018-2020, or one macroarea.
   *
   * @param triennio code of the triennio
   * @param voce {@code OS1}, {@code OS2}, {@code OS3}, or a letter from A to J
   */
  public record ProgettiPerVoce(String triennio, String voce, int presentati, int approvati) {}

  /** Every Ambito with a plan in the triennio, by code of the Ambito. */
  public List<SituazionePremialita> situazioni(String triennio) {
    return leggi(
        jdbc.sql(SITUAZIONI + " where n.triennio = ? order by n.codice_ambito").param(triennio));
  }

  /** Every plan of every triennio, by triennio and Ambito. */
  public List<SituazionePremialita> situazioni() {
    return leggi(jdbc.sql(SITUAZIONI + " order by n.triennio, n.codice_ambito"));
  }

  /** The projects of a triennio by strategic objective, or by macroarea where there is none. */
  public List<ProgettiPerVoce> perVoce(String triennio) {
    return jdbc.sql(
            """
            select n.triennio, coalesce(g.obiettivo_strategico, g.macroarea) voce,
                   count(*) presentati, sum(case when v.positiva then 1 else 0 end) approvati
              from progetto_premialita g
              join piano n on n.id = g.piano_id
              left join valutazione_progetto v on v.progetto_id = g.id and v.tipo = 'PROPOSTA'
             where n.triennio = ? and g.scheda_compilata is not null
             group by n.triennio, coalesce(g.obiettivo_strategico, g.macroarea)
             order by voce""")
        .param(triennio)
        .query(
            (riga, numero) ->
                new ProgettiPerVoce(
                    riga.getString("triennio"),
                    riga.getString("voce"),
                    riga.getInt("presentati"),
                    riga.getInt("approvati")))
        .list();
  }

  private static List<SituazionePremialita> leggi(JdbcClient.StatementSpec lettura) {
    return lettura
        .query(
            (riga, numero) ->
                new SituazionePremialita(
                    riga.getLong("id"),
                    riga.getString("codice_ambito"),
                    riga.getString("triennio"),
                    riga.getInt("presentati"),
                    riga.getInt("approvati"),
                    riga.getInt("respinti"),
                    riga.getInt("senza_partner"),
                    riga.getInt("da_completare"),
                    riga.getInt("in_attesa"),
                    Denaro.euro(riga.getBigDecimal("assegnata")),
                    Denaro.euro(riga.getBigDecimal("liquidata")),
                    Denaro.euro(riga.getBigDecimal("residua"))))
        .list();
  }
}
