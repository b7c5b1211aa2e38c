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
      select p.*,
             vp.id as proposta_id, vp.positiva as proposta_positiva,
             vp.giudizio as proposta_giudizio, vp.utente as proposta_utente,
             vf.id as finale_id, vf.positiva as finale_positiva,
             vf.giudizio as finale_giudizio, vf.utente as finale_utente,
             d.id as determinazione_id, d.importo as assegnato, d.percentuale_acconto, d.motivo,
             r.progetto_id as rendicontazione_id, r.data_relazione, r.spesa_sostenuta, r.risultati,
             ma.importo as acconto, ms.importo as saldo
        from progetto_premialita p
        left join valutazione_progetto vp on vp.progetto_id = p.id and vp.tipo = 'PROPOSTA'
        left join valutazione_progetto vf on vf.progetto_id = p.id and vf.tipo = 'FINALE'
        left join determinazione_premialita d on d.id =
          (select max(u.id) from determinazione_premialita u where u.progetto_id = p.id)
        left join rendicontazione_progetto r on r.progetto_id = p.id
        left join movimento_premialita ma on ma.progetto_id = p.id and ma.tipo = 'ACCONTO'
        left join movimento_premialita ms on ms.progetto_id = p.id and ms.tipo = 'SALDO'
       where p.%s = ?
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
    return progetti("id", id).stream().findFirst();
  }

  /** All the projects of a plan, in order of creation. */
  List<Progetto> progettiDelPiano(long pianoId) {
    return progetti("piano_id", pianoId);
  }

  private List<Progetto> progetti(String colonna, long valore) {
    Map<Long, List<String>> partner = new HashMap<>();
    jdbc.sql(
            """
            select x.progetto_id, x.codice_ambito from partner_progetto x
              join progetto_premialita p on p.id = x.progetto_id
             where p.%s = ? order by x.codice_ambito"""
                .formatted(colonna))
        .param(valore)
        .query(
            riga -> {
              partner
                  .computeIfAbsent(riga.getLong(1), k -> new ArrayList<>())
                  .add(riga.getString(2));
            });
    Map<Long, Set<Requisito>> requisiti = new HashMap<>();
    jdbc.sql(
            """
            select x.progetto_id, x.requisito from requisito_progetto x
              join progetto_premialita p on p.id = x.progetto_id
             where p.%s = ? and x.momento = 'SCHEDA'"""
                .formatted(colonna))
        .param(valore)
        .query(
            riga -> {
              requisiti
                  .computeIfAbsent(riga.getLong(1), k -> new HashSet<>())
                  .add(Requisito.valueOf(riga.getString(2)));
            });
    return jdbc.sql(PROGETTI.formatted(colonna))
        .param(valore)
        .query(
            (riga, numero) ->
                progetto(
                    riga,
                    partner.getOrDefault(riga.getLong("id"), List.of()),
                    requisiti.getOrDefault(riga.getLong("id"), Set.of())))
        .list();
  }

  void scriviScheda(long progettoId, SchedaProgetto scheda) {
    jdbc.sql(
            """
            update progetto_premialita
               set macroarea = ?, obiettivo_strategico = ?, descrizione = ?, continuita = ?,
                   spiegazione_continuita = ?, budget = ?, scheda_compilata = ?
             where id = ?""")
        .params(
            scheda.macroarea() == null ? null : scheda.macroarea().name(),
            scheda.obiettivoStrategico() == null ? null : scheda.obiettivoStrategico().name(),
            scheda.descrizione(),
            scheda.continuita().name(),
            scheda.spiegazioneContinuita(),
            scheda.budget().importo(),
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
    jdbc.sql(
            """
            insert into valutazione_progetto
              (progetto_id, tipo, positiva, giudizio, utente, registrata)
            values (?, ?, ?, ?, ?, ?)""")
        .params(
            progettoId,
            tipo,
            valutazione.positiva(),
            valutazione.giudizio(),
            valutazione.utente(),
            adesso())
        .update();
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
          (progetto_id, importo, percentuale_acconto, motivo, atto_id, determinata)
        values (?, ?, ?, ?, ?, ?)""",
        perProgetto.entrySet().stream()
            .map(
                voce ->
                    new Object[] {
                      voce.getKey(),
                      voce.getValue().daCompletare() ? null : voce.getValue().importo().importo(),
                      voce.getValue().percentualeAcconto(),
                      voce.getValue().motivo(),
                      attoId,
                      adesso()
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

  Movimento aggiungiMovimento(
      Progetto progetto,
      TipoMovimento tipo,
      Denaro importo,
      AttoDiLiquidazione atto,
      String beneficiario,
      String utente) {
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into movimento_premialita
              (piano_id, progetto_id, tipo, importo, atto, data, beneficiario, utente, registrato)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            progetto.pianoId(),
            progetto.id(),
            tipo.name(),
            importo.importo(),
            atto.numero(),
            atto.data(),
            beneficiario,
            utente,
            adesso())
        .update(chiave, "id");
    return new Movimento(
        chiave.getKey().longValue(),
        progetto.pianoId(),
        progetto.id(),
        tipo,
        importo,
        atto.numero(),
        atto.data(),
        beneficiario);
  }

  List<Movimento> movimenti(long pianoId) {
    return jdbc.sql(
            """
            select id, piano_id, progetto_id, tipo, importo, atto, data, beneficiario
              from movimento_premialita where piano_id = ? order by id""")
        .param(pianoId)
        .query(
            (riga, numero) ->
                new Movimento(
                    riga.getLong("id"),
                    riga.getLong("piano_id"),
                    riga.getLong("progetto_id"),
                    TipoMovimento.valueOf(riga.getString("tipo")),
                    Denaro.euro(riga.getBigDecimal("importo")),
                    riga.getString("atto"),
                    riga.getObject("data", LocalDate.class),
                    riga.getString("beneficiario")))
        .list();
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
               and not exists (select 1 from movimento_premialita m where m.progetto_id = p.id)
             order by p.piano_id""")
        .param(triennio)
        .query(Long.class)
        .list();
  }

  private OffsetDateTime adesso() {
    return OffsetDateTime.now(orologio);
  }

  private static Progetto progetto(ResultSet riga, List<String> partner, Set<Requisito> requisiti)
      throws SQLException {
    return new Progetto(
        riga.getLong("id"),
        riga.getLong("piano_id"),
        riga.getLong("obiettivo_id"),
        riga.getString("titolo"),
        macroarea(riga),
        riga.getObject("scheda_compilata") == null ? null : scheda(riga, partner, requisiti),
        valutazione(riga, "proposta"),
        riga.getLong("proposta_id"),
        riga.getBoolean("valutazione_registrata"),
        riga.getObject("determinazione_id") == null
            ? null
            : new Determinazione(
                denaro(riga, "assegnato"),
                riga.getObject("percentuale_acconto", Integer.class),
                riga.getString("motivo")),
        riga.getObject("rendicontazione_id") == null
            ? null
            : new Rendicontazione(
                riga.getObject("data_relazione", LocalDate.class),
                denaro(riga, "spesa_sostenuta"),
                riga.getString("risultati")),
        valutazione(riga, "finale"),
        denaro(riga, "acconto"),
        denaro(riga, "saldo"));
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
        denaro(riga, "budget"));
  }

  private static Valutazione valutazione(ResultSet riga, String tipo) throws SQLException {
    return riga.getObject(tipo + "_id") == null
        ? null
        : new Valutazione(
            riga.getBoolean(tipo + "_positiva"),
            riga.getString(tipo + "_giudizio"),
            riga.getString(tipo + "_utente"));
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
