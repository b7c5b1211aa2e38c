package it.pianodizona.monitoraggio;

import it.pianodizona.comune.Termini;
import it.pianodizona.monitoraggio.RigaAmbito.FlussiDovuti;
import it.pianodizona.monitoraggio.RigaAmbito.Obiettivi;
import it.pianodizona.monitoraggio.RigaAmbito.Partecipazione;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures of many plans, one query for each kind of figure. */
@Component
class Rilevazioni {

  private final JdbcClient jdbc;

  Rilevazioni(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Last day to which the previous Accordo was extended, by plan. */
  Map<Long, LocalDate> accordiPrecedenti(Collection<Long> piani) {
    return perPiano(
        piani,
        """
        select piano_id, max(fino_al) as fino_al from proroga_accordo_precedente
         where piano_id in (:piani) group by piano_id""",
        (riga, numero) -> riga.getObject("fino_al", LocalDate.class));
  }

  /** By Ambito: what is late blocks the payments of every triennio (DGR XI/4563 §7). */
  Map<String, FlussiDovuti> flussi(Collection<String> ambiti, LocalDate oggi) {
    if (ambiti.isEmpty()) {
      return Map.of();
    }
    var trovati = new HashMap<String, FlussiDovuti>();
    jdbc.sql(
            """
            select codice_ambito, count(*) as tutti,
                   sum(case when in_ritardo then 1 else 0 end) as in_ritardo
              from debito_informativo where codice_ambito in (:ambiti)
             group by codice_ambito""")
        .param("ambiti", ambiti)
        .query(
            (riga, numero) -> {
              int ritardo = riga.getInt("in_ritardo");
              return Map.entry(
                  riga.getString("codice_ambito"),
                  new FlussiDovuti(riga.getInt("tutti") - ritardo, ritardo, 0));
            })
        .list()
        .forEach(voce -> trovati.put(voce.getKey(), voce.getValue()));
    return trovati;
  }

  Map<Long, Partecipazione> partecipazione(Collection<Long> piani) {
    return perPiano(
        piani,
        """
        select v.piano_id,
               count(*) as domande,
               sum(case when d.esito = 'AMMESSA' then 1 else 0 end) as ammessi,
               sum(case when d.esito = 'CON_RISERVA' then 1 else 0 end) as con_riserva,
               sum(case when d.esito = 'ESCLUSA' then 1 else 0 end) as esclusi,
               sum(case when d.esito in ('RITIRATA', 'ASSORBITA') then 1 else 0 end) as ritirate,
               (select count(*) from adesione a join esito_adesione e on e.adesione_id = a.id
                 where a.piano_id = v.piano_id and e.accolta) as adesioni
          from domanda d join avviso v on v.id = d.avviso_id
         where v.piano_id in (:piani)
         group by v.piano_id""",
        (riga, numero) ->
            new Partecipazione(
                riga.getInt("domande"),
                riga.getInt("ammessi"),
                riga.getInt("con_riserva"),
                riga.getInt("esclusi"),
                riga.getInt("ritirate"),
                riga.getInt("adesioni")));
  }

  private record PerMacroarea(
      long pianoId, String macroarea, int quanti, int coProgettati, int sociosanitari) {}

  Map<Long, Obiettivi> obiettivi(Collection<Long> piani) {
    if (piani.isEmpty()) {
      return Map.of();
    }
    var trovati = new HashMap<Long, Obiettivi>();
    jdbc.sql(
            """
            select d.piano_id, o.macroarea, count(*) as quanti,
                   sum(case when o.co_progettato then 1 else 0 end) as co_progettati,
                   sum(case when o.integrazione_sociosanitaria then 1 else 0 end) as sociosanitari
              from obiettivo o join documento_di_piano d on d.id = o.documento_id
             where d.piano_id in (:piani)
               and d.versione = (select max(x.versione) from documento_di_piano x
                                  where x.piano_id = d.piano_id)
             group by d.piano_id, o.macroarea""")
        .param("piani", piani)
        .query(
            (riga, numero) ->
                new PerMacroarea(
                    riga.getLong("piano_id"),
                    riga.getString("macroarea"),
                    riga.getInt("quanti"),
                    riga.getInt("co_progettati"),
                    riga.getInt("sociosanitari")))
        .list()
        .forEach(
            m ->
                trovati.merge(
                    m.pianoId(),
                    new Obiettivi(
                        m.quanti(),
                        m.coProgettati(),
                        m.sociosanitari(),
                        Map.of(m.macroarea(), m.quanti())),
                    Rilevazioni::insieme));
    return trovati;
  }

  private static Obiettivi insieme(Obiettivi uno, Obiettivi altro) {
    var perMacroarea = new TreeMap<>(uno.perMacroarea());
    altro.perMacroarea().forEach((area, quanti) -> perMacroarea.merge(area, quanti, Integer::sum));
    return new Obiettivi(
        uno.totale() + altro.totale(),
        uno.coProgettati() + altro.coProgettati(),
        uno.sociosanitari() + altro.sociosanitari(),
        perMacroarea);
  }

  /** Something that falls due, as it is recorded; {@code codice} tells which flow. */
  record Dovuto(long pianoId, String codice, String dettaglio, ZonedDateTime quando) {}

  /** Flows not yet acquired whose window closes until that moment, late ones included. */
  List<Dovuto> flussiDovuti(Collection<Long> piani, ZonedDateTime entro) {
    return dovuti(
        piani,
        entro,
        """
        select piano_id, flusso as codice, periodo as dettaglio, scadenza as quando
          from debito_informativo
         where piano_id in (:piani) and stato <> 'ACQUISITO' and scadenza <= :entro""");
  }

  /** Notices that still take domande, and the day they close. */
  List<Dovuto> avvisiAperti(Collection<Long> piani, ZonedDateTime dal, ZonedDateTime entro) {
    if (piani.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select piano_id, numero, data_scadenza from avviso
             where piano_id in (:piani) and stato = 'PUBBLICATO'
               and data_scadenza between :dal and :entro""")
        .param("piani", piani)
        .param("dal", dal.toLocalDate())
        .param("entro", entro.toLocalDate())
        .query(
            (riga, numero) ->
                new Dovuto(
                    riga.getLong("piano_id"),
                    riga.getString("numero"),
                    "",
                    Termini.fineGiorno(riga.getObject("data_scadenza", LocalDate.class))))
        .list();
  }

  /** Meetings of the tavoli that were not called off. */
  List<Dovuto> incontri(Collection<Long> piani, ZonedDateTime dal, ZonedDateTime entro) {
    return tra(
        piani,
        dal,
        entro,
        """
        select t.piano_id, t.area as codice, i.luogo as dettaglio, i.inizio as quando
          from incontro i join tavolo_tematico t on t.id = i.tavolo_id
         where t.piano_id in (:piani) and i.inizio between :dal and :entro
           and not exists (select 1 from annullamento_incontro a where a.incontro_id = i.id)""");
  }

  /** Sittings of the Assemblea. */
  List<Dovuto> sedute(Collection<Long> piani, ZonedDateTime dal, ZonedDateTime entro) {
    return tra(
        piani,
        dal,
        entro,
        """
        select a.piano_id, cast(s.convocazione as varchar(2)) as codice, s.luogo as dettaglio,
               s.inizio as quando
          from seduta s join approvazione_assemblea a on a.id = s.approvazione_id
         where a.piano_id in (:piani) and s.inizio between :dal and :entro""");
  }

  private List<Dovuto> dovuti(Collection<Long> piani, ZonedDateTime entro, String sql) {
    return piani.isEmpty()
        ? List.of()
        : jdbc.sql(sql)
            .param("piani", piani)
            .param("entro", entro.toOffsetDateTime())
            .query(Rilevazioni::dovuto)
            .list();
  }

  private List<Dovuto> tra(
      Collection<Long> piani, ZonedDateTime dal, ZonedDateTime entro, String sql) {
    return piani.isEmpty()
        ? List.of()
        : jdbc.sql(sql)
            .param("piani", piani)
            .param("dal", dal.toOffsetDateTime())
            .param("entro", entro.toOffsetDateTime())
            .query(Rilevazioni::dovuto)
            .list();
  }

  private static Dovuto dovuto(ResultSet riga, int numero) throws SQLException {
    return new Dovuto(
        riga.getLong("piano_id"),
        riga.getString("codice"),
        riga.getString("dettaglio"),
        riga.getObject("quando", OffsetDateTime.class).atZoneSameInstant(Termini.ROMA));
  }

  private <T> Map<Long, T> perPiano(Collection<Long> piani, String sql, RowMapper<T> mapper) {
    if (piani.isEmpty()) {
      return Map.of();
    }
    var trovati = new HashMap<Long, T>();
    jdbc.sql(sql)
        .param("piani", piani)
        .query((riga, numero) -> Map.entry(riga.getLong("piano_id"), mapper.mapRow(riga, numero)))
        .list()
        .forEach(voce -> trovati.put(voce.getKey(), voce.getValue()));
    return trovati;
  }
}
