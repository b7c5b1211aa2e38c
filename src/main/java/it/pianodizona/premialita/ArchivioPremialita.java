package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;
import it.pianodizona.documento.Macroarea;
import it.pianodizona.documento.Obiettivo;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The tables of the premialità. Evaluations, determinations, acts and payments are only added. */
@Repository
class ArchivioPremialita {

  private static final String PROGETTI =
      """
      select p.*, n.codice_ambito,
             vp.id as proposta_id, vp.positiva as proposta_positiva,
             vp.giudizio as proposta_giudizio, vp.utente as proposta_utente,
             vp.percentuale as proposta_percentuale,
             vf.id as finale_id, vf.positiva as finale_positiva,
             vf.giudizio as finale_giudizio, vf.utente as finale_utente,
             vf.percentuale as finale_percentuale,
             d.id as determinazione_id, d.importo as assegnato, d.percentuale_acconto, d.motivo,
             d.quota,
             r.progetto_id as rendicontazione_id, r.data_relazione, r.spesa_sostenuta, r.risultati,
             ma.importo as acconto, ms.importo as saldo,
             coalesce((select sum(x.importo) from scrittura_premialita x
                        where x.progetto_id = p.id and x.causale = 'RECUPERO'
                          and not exists (select 1 from scrittura_premialita y
                                           where y.storna = x.id)), 0) as recuperato
        from progetto_premialita p
        join piano n on n.id = p.piano_id
        left join valutazione_progetto vp on vp.progetto_id = p.id and vp.tipo = 'PROPOSTA'
        left join valutazione_progetto vf on vf.progetto_id = p.id and vf.tipo = 'FINALE'
        left join determinazione_premialita d on d.id =
          (select max(u.id) from determinazione_premialita u where u.progetto_id = p.id)
        left join rendicontazione_progetto r on r.progetto_id = p.id
        left join scrittura_premialita ma on ma.progetto_id = p.id and ma.causale = 'ACCONTO'
          and not exists (select 1 from scrittura_premialita y where y.storna = ma.id)
        left join scrittura_premialita ms on ms.progetto_id = p.id and ms.causale = 'SALDO'
          and not exists (select 1 from scrittura_premialita y where y.storna = ms.id)
       where %s
       order by p.id""";

  private final JdbcClient jdbc;
  private final JdbcTemplate lotti;
  private final Clock orologio;

  ArchivioPremialita(JdbcClient jdbc, JdbcTemplate lotti, Clock orologio) {
    this.jdbc = jdbc;
    this.lotti = lotti;
    this.orologio = orologio;
  }

  /** Makes everybody else who evaluates, determines or pays for this plan wait. */
  void blocca(long pianoId) {
    jdbc.sql("select piano_id from premialita_del_piano where piano_id = ? for update")
        .param(pianoId)
        .query(Long.class)
        .optional();
  }

  /**
   * The plan of a project. Asked before the lock instead of the project itself: H2 may answer the
   * same question, put again after it, with the result of the first time.
   */
  Optional<Long> pianoDelProgetto(long progettoId) {
    return jdbc.sql("select piano_id from progetto_premialita where id = ?")
        .param(progettoId)
        .query(Long.class)
        .optional();
  }

  /** The plans of all the Ambiti of a joint project, in the order in which they are locked. */
  List<Long> pianiDelProgettoComune(long progettoId) {
    return jdbc.sql(
            """
            select distinct p.piano_id
              from progetto_premialita p
              join progetto_premialita q on coalesce(q.comune_con, q.id) = coalesce(p.comune_con, p.id)
             where q.id = ? order by p.piano_id""")
        .param(progettoId)
        .query(Long.class)
        .list();
  }

  /** Opens the premialità of a plan, once. */
  void apri(long pianoId) {
    jdbc.sql(
            """
            insert into premialita_del_piano (piano_id, registrata)
            select p.id, ? from piano p
             where p.id = ?
               and not exists (select 1 from premialita_del_piano a where a.piano_id = p.id)""")
        .params(adesso(), pianoId)
        .update();
    blocca(pianoId);
  }

  void aggiungiProgetti(long pianoId, List<Obiettivo> candidati) {
    lotti.batchUpdate(
        """
        insert into progetto_premialita
          (piano_id, obiettivo_id, titolo, macroarea, valutazione_registrata)
        values (?, ?, ?, ?, false)""",
        candidati.stream()
            .map(
                o ->
                    new Object[] {
                      pianoId, o.id(), o.scheda().titolo(), o.scheda().macroarea().name()
                    })
            .toList());
  }

  Optional<Progetto> progetto(long id) {
    return progetti("p.id = ?", id).stream().findFirst();
  }

  /** All the projects of a plan, in order of creation. */
  List<Progetto> progettiDelPiano(long pianoId) {
    return progetti("p.piano_id = ?", pianoId);
  }

  /** The projects of several Ambiti that are one with the given first one, itself included. */
  List<Progetto> progettiComuni(long radice) {
    return progetti("coalesce(p.comune_con, p.id) = ?", radice);
  }

  /**
   * The projects of other Ambiti that name this one as a partner, in the same triennio, and are not
   * themselves joined to another.
   */
  List<Progetto> progettiConPartner(String codiceAmbito, String triennio) {
    return progetti(
        """
        p.comune_con is null and n.triennio = ? and exists (
          select 1 from partner_progetto q where q.progetto_id = p.id and q.codice_ambito = ?)""",
        triennio,
        codiceAmbito);
  }

  private List<Progetto> progetti(String condizione, Object... valori) {
    Map<Long, List<String>> partner = new HashMap<>();
    dettagli("x.codice_ambito", "partner_progetto x", "x.codice_ambito", condizione, valori)
        .query(
            riga -> {
              partner
                  .computeIfAbsent(riga.getLong(1), k -> new ArrayList<>())
                  .add(riga.getString(2));
            });
    Map<Long, Set<String>> receduti = new HashMap<>();
    dettagli("x.codice_ambito", "recesso_progetto x", "x.id", condizione, valori)
        .query(
            riga -> {
              receduti
                  .computeIfAbsent(riga.getLong(1), k -> new HashSet<>())
                  .add(riga.getString(2));
            });
    Map<Long, Set<Requisito>> dichiarati = new HashMap<>();
    Map<Long, Set<Requisito>> accertati = new HashMap<>();
    dettagli("x.requisito, x.momento", "requisito_progetto x", "x.requisito", condizione, valori)
        .query(
            riga -> {
              (riga.getString(3).equals("SCHEDA") ? dichiarati : accertati)
                  .computeIfAbsent(riga.getLong(1), k -> new HashSet<>())
                  .add(Requisito.valueOf(riga.getString(2)));
            });
    Map<Long, Map<Criterio, Integer>> punteggi = new HashMap<>();
    dettagli(
            "u.criterio, u.punti",
            """
            valutazione_progetto x join punteggio_progetto u on u.valutazione_id = x.id""",
            "u.criterio",
            condizione,
            valori)
        .query(
            riga -> {
              punteggi
                  .computeIfAbsent(riga.getLong(1), k -> new EnumMap<>(Criterio.class))
                  .put(Criterio.valueOf(riga.getString(2)), riga.getInt(3));
            });
    return jdbc.sql(PROGETTI.formatted(condizione))
        .params(valori)
        .query(
            (riga, numero) -> {
              long id = riga.getLong("id");
              return progetto(
                  riga,
                  partner.getOrDefault(id, List.of()),
                  receduti.getOrDefault(id, Set.of()),
                  dichiarati.getOrDefault(id, Set.of()),
                  accertati.getOrDefault(id, Set.of()),
                  punteggi.getOrDefault(id, Map.of()));
            })
        .list();
  }

  private JdbcClient.StatementSpec dettagli(
      String colonne, String tabella, String ordine, String condizione, Object... valori) {
    return jdbc.sql(
            """
            select x.progetto_id, %s from %s
              join progetto_premialita p on p.id = x.progetto_id
              join piano n on n.id = p.piano_id
             where %s order by %s"""
                .formatted(colonne, tabella, condizione, ordine))
        .params(valori);
  }

  void aggiungiRecesso(long progettoId, Recesso recesso, String utente) {
    jdbc.sql(
            """
            insert into recesso_progetto
              (progetto_id, codice_ambito, atto, data_atto, motivo, utente, registrato)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(
            progettoId,
            recesso.codiceAmbito(),
            recesso.atto(),
            recesso.data(),
            recesso.motivo(),
            utente,
            adesso())
        .update();
  }

  /** Codes of the Ambiti whose projects have this one as a partner now. */
  List<String> ambitiConPartner(String codiceAmbito) {
    return jdbc.sql(
            """
            select distinct n.codice_ambito
              from partner_progetto x
              join progetto_premialita p on p.id = x.progetto_id
              join piano n on n.id = p.piano_id
             where x.codice_ambito = ?
               and not exists (select 1 from recesso_progetto r
                                where r.progetto_id = x.progetto_id
                                  and r.codice_ambito = x.codice_ambito)
             order by n.codice_ambito""")
        .param(codiceAmbito)
        .query(String.class)
        .list();
  }

  Optional<PrimoLivello> primoLivello(long pianoId) {
    return jdbc.sql("select * from primo_livello where piano_id = ?")
        .param(pianoId)
        .query(
            (riga, n) ->
                new PrimoLivello(
                    Denaro.euro(riga.getBigDecimal("importo")),
                    riga.getObject("sottoscrizione", LocalDate.class),
                    riga.getString("motivo")))
        .optional();
  }

  void scriviPrimoLivello(long pianoId, PrimoLivello primoLivello) {
    jdbc.sql(
            """
            insert into primo_livello (piano_id, importo, sottoscrizione, motivo, determinato)
            values (?, ?, ?, ?, ?)""")
        .params(
            pianoId,
            primoLivello.importo().importo(),
            primoLivello.sottoscrizione(),
            primoLivello.motivo(),
            adesso())
        .update();
  }

  void scriviScheda(long progettoId, SchedaProgetto scheda) {
    jdbc.sql(
            """
            update progetto_premialita
               set macroarea = ?, obiettivo_strategico = ?, descrizione = ?, continuita = ?,
                   spiegazione_continuita = ?, budget = ?, comune_con = ?, scheda_compilata = ?
             where id = ?""")
        .params(
            scheda.macroarea() == null ? null : scheda.macroarea().name(),
            scheda.obiettivoStrategico() == null ? null : scheda.obiettivoStrategico().name(),
            scheda.descrizione(),
            scheda.continuita().name(),
            scheda.spiegazioneContinuita(),
            scheda.budget().importo(),
            scheda.comuneCon(),
            adesso(),
            progettoId)
        .update();
    lotti.batchUpdate(
        "insert into partner_progetto (progetto_id, codice_ambito) values (?, ?)",
        scheda.partner().stream().map(codice -> new Object[] {progettoId, codice}).toList());
    aggiungiRequisiti(progettoId, "SCHEDA", scheda.requisiti());
  }

  void aggiungiRequisiti(long progettoId, String momento, Collection<Requisito> requisiti) {
    lotti.batchUpdate(
        "insert into requisito_progetto (progetto_id, momento, requisito) values (?, ?, ?)",
        requisiti.stream()
            .map(requisito -> new Object[] {progettoId, momento, requisito.name()})
            .toList());
  }

  void aggiungiValutazione(long progettoId, String tipo, Valutazione valutazione) {
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into valutazione_progetto
              (progetto_id, tipo, positiva, giudizio, utente, percentuale, registrata)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(
            progettoId,
            tipo,
            valutazione.positiva(),
            valutazione.giudizio(),
            valutazione.utente(),
            valutazione.percentuale(),
            adesso())
        .update(chiave, "id");
    lotti.batchUpdate(
        "insert into punteggio_progetto (valutazione_id, criterio, punti) values (?, ?, ?)",
        valutazione.punteggi().entrySet().stream()
            .map(voce -> new Object[] {chiave.getKey(), voce.getKey().name(), voce.getValue()})
            .toList());
  }

  void segnaValutazioneRegistrata(long progettoId) {
    jdbc.sql("update progetto_premialita set valutazione_registrata = true where id = ?")
        .param(progettoId)
        .update();
  }

  void aggiungiDeterminazioni(Map<Long, Determinazione> perProgetto, Long attoId) {
    lotti.batchUpdate(
        """
        insert into determinazione_premialita
          (progetto_id, importo, percentuale_acconto, motivo, atto_id, determinata, quota)
        values (?, ?, ?, ?, ?, ?, ?)""",
        perProgetto.entrySet().stream()
            .map(
                voce ->
                    new Object[] {
                      voce.getKey(),
                      voce.getValue().daCompletare() ? null : voce.getValue().importo().importo(),
                      voce.getValue().percentualeAcconto(),
                      voce.getValue().motivo(),
                      attoId,
                      adesso(),
                      voce.getValue().quota() == null ? null : voce.getValue().quota().name()
                    })
            .toList());
  }

  void aggiungiRendicontazione(long progettoId, Rendicontazione rendicontazione, String utente) {
    jdbc.sql(
            """
            insert into rendicontazione_progetto
              (progetto_id, data_relazione, spesa_sostenuta, risultati, utente, registrata)
            values (?, ?, ?, ?, ?, ?)""")
        .params(
            progettoId,
            rendicontazione.dataRelazione(),
            rendicontazione.spesaSostenuta().importo(),
            rendicontazione.risultati(),
            utente,
            adesso())
        .update();
  }

  /** Key of the last determination of each project of a plan. */
  Map<Long, Long> ultimeDeterminazioni(long pianoId) {
    Map<Long, Long> ultime = new HashMap<>();
    jdbc.sql(
            """
            select d.progetto_id, max(d.id) from determinazione_premialita d
              join progetto_premialita p on p.id = d.progetto_id
             where p.piano_id = ? group by d.progetto_id""")
        .param(pianoId)
        .query(
            riga -> {
              ultime.put(riga.getLong(1), riga.getLong(2));
            });
    return ultime;
  }

  long aggiungiAtto(AttoRegionale atto, String utente) {
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into atto_premialita
              (triennio, numero, data, importo_per_progetto, percentuale_acconto, utente,
               registrato)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(
            atto.triennio(),
            atto.numero(),
            atto.data(),
            atto.importoPerProgetto().importo(),
            atto.percentualeAcconto(),
            utente,
            adesso())
        .update(chiave, "id");
    return chiave.getKey().longValue();
  }

  /** The act that holds for a triennio: the last one registered, with its key. */
  Optional<Map.Entry<Long, AttoRegionale>> ultimoAtto(String triennio) {
    return jdbc.sql(
            """
            select id, triennio, numero, data, importo_per_progetto, percentuale_acconto
              from atto_premialita where triennio = ? order by id desc fetch first 1 row only""")
        .param(triennio)
        .query(
            (riga, numero) ->
                Map.entry(
                    riga.getLong("id"),
                    new AttoRegionale(
                        riga.getString("triennio"),
                        riga.getString("numero"),
                        riga.getObject("data", LocalDate.class),
                        Denaro.euro(riga.getBigDecimal("importo_per_progetto")),
                        riga.getInt("percentuale_acconto"))))
        .optional();
  }

  /** Plans of a triennio with some project that was determined and not paid yet. */
  List<Long> pianiInAttesaDiAcconto(String triennio) {
    return jdbc.sql(
            """
            select distinct p.piano_id
              from progetto_premialita p
              join piano n on n.id = p.piano_id
              join determinazione_premialita d on d.progetto_id = p.id
             where n.triennio = ?
               and not exists (select 1 from scrittura_premialita m
                                where m.progetto_id = p.id and m.causale = 'ACCONTO')
             order by p.piano_id""")
        .param(triennio)
        .query(Long.class)
        .list();
  }

  private OffsetDateTime adesso() {
    return OffsetDateTime.now(orologio);
  }

  private static Progetto progetto(
      ResultSet riga,
      List<String> partner,
      Set<String> receduti,
      Set<Requisito> dichiarati,
      Set<Requisito> accertati,
      Map<Criterio, Integer> punteggi)
      throws SQLException {
    return new Progetto(
        riga.getLong("id"),
        riga.getLong("piano_id"),
        riga.getString("codice_ambito"),
        riga.getLong("obiettivo_id"),
        riga.getString("titolo"),
        macroarea(riga),
        riga.getObject("scheda_compilata") == null ? null : scheda(riga, partner, dichiarati),
        receduti,
        valutazione(riga, "proposta", punteggi),
        accertati,
        riga.getLong("proposta_id"),
        riga.getBoolean("valutazione_registrata"),
        riga.getObject("determinazione_id") == null
            ? null
            : new Determinazione(
                denaro(riga, "assegnato"),
                riga.getObject("percentuale_acconto", Integer.class),
                riga.getString("motivo"),
                riga.getString("quota") == null
                    ? null
                    : QuotaAssegnata.valueOf(riga.getString("quota"))),
        riga.getObject("rendicontazione_id") == null
            ? null
            : new Rendicontazione(
                riga.getObject("data_relazione", LocalDate.class),
                denaro(riga, "spesa_sostenuta"),
                riga.getString("risultati")),
        valutazione(riga, "finale", Map.of()),
        denaro(riga, "acconto"),
        denaro(riga, "saldo"),
        denaro(riga, "recuperato"));
  }

  private static SchedaProgetto scheda(
      ResultSet riga, List<String> partner, Set<Requisito> requisiti) throws SQLException {
    var obiettivo = riga.getString("obiettivo_strategico");
    return new SchedaProgetto(
        macroarea(riga),
        obiettivo == null ? null : ObiettivoStrategico.valueOf(obiettivo),
        riga.getString("descrizione"),
        partner,
        requisiti,
        Continuita.valueOf(riga.getString("continuita")),
        riga.getString("spiegazione_continuita"),
        denaro(riga, "budget"),
        riga.getObject("comune_con", Long.class));
  }

  private static Valutazione valutazione(
      ResultSet riga, String tipo, Map<Criterio, Integer> punteggi) throws SQLException {
    return riga.getObject(tipo + "_id") == null
        ? null
        : new Valutazione(
            riga.getBoolean(tipo + "_positiva"),
            riga.getString(tipo + "_giudizio"),
            riga.getString(tipo + "_utente"),
            punteggi,
            riga.getObject(tipo + "_percentuale", Integer.class));
  }

  private static Macroarea macroarea(ResultSet riga) throws SQLException {
    var lettera = riga.getString("macroarea");
    return lettera == null ? null : Macroarea.valueOf(lettera);
  }

  private static Denaro denaro(ResultSet riga, String colonna) throws SQLException {
    BigDecimal importo = riga.getBigDecimal(colonna);
    return importo == null ? null : Denaro.euro(importo);
  }
}
