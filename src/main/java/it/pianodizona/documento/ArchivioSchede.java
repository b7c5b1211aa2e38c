package it.pianodizona.documento;

import it.pianodizona.comune.Denaro;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The rows of the cards: outcomes, objectives with their indicators, shared budgets. */
@Component
class ArchivioSchede {

  private static final String OBIETTIVI =
      """
      select o.*,
        (select count(*) from obiettivo p
         where p.documento_id = o.documento_id and p.numero <= o.numero) as posto
      from obiettivo o""";

  private final JdbcClient jdbc;
  private final JdbcTemplate jdbcTemplate;

  ArchivioSchede(JdbcClient jdbc, JdbcTemplate jdbcTemplate) {
    this.jdbc = jdbc;
    this.jdbcTemplate = jdbcTemplate;
  }

  // --- outcomes

  List<EsitoNumerato> esiti(long documentoId) {
    return jdbc.sql("select * from esito_precedente where documento_id = ? order by numero")
        .param(documentoId)
        .query(ArchivioSchede::esito)
        .list();
  }

  int aggiungiEsito(long documentoId, EsitoPrecedente esito) {
    int numero =
        jdbc.sql("select coalesce(max(numero), 0) + 1 from esito_precedente where documento_id = ?")
            .param(documentoId)
            .query(Integer.class)
            .single();
    inserisciEsito(documentoId, numero, esito);
    return numero;
  }

  void inserisciEsito(long documentoId, int numero, EsitoPrecedente esito) {
    jdbc.sql(
            """
            insert into esito_precedente
              (documento_id, numero, obiettivo, grado, valutazione_utenti, risorse, criticita,
               cambiamento, motivo_cambiamento, continuita, riproposto, motivo_riproposto)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            documentoId,
            numero,
            esito.obiettivo(),
            esito.grado(),
            esito.valutazioneUtenti(),
            esito.risorse(),
            esito.criticita(),
            esito.cambiamento(),
            esito.motivoCambiamento(),
            esito.continuita(),
            esito.riproposto(),
            esito.motivoRiproposto())
        .update();
  }

  boolean modificaEsito(long documentoId, int numero, int revisione, EsitoPrecedente esito) {
    return jdbc.sql(
                """
                update esito_precedente set revisione = revisione + 1, obiettivo = ?, grado = ?,
                  valutazione_utenti = ?, risorse = ?, criticita = ?, cambiamento = ?,
                  motivo_cambiamento = ?, continuita = ?, riproposto = ?, motivo_riproposto = ?
                where documento_id = ? and numero = ? and revisione = ?""")
            .params(
                esito.obiettivo(),
                esito.grado(),
                esito.valutazioneUtenti(),
                esito.risorse(),
                esito.criticita(),
                esito.cambiamento(),
                esito.motivoCambiamento(),
                esito.continuita(),
                esito.riproposto(),
                esito.motivoRiproposto(),
                documentoId,
                numero,
                revisione)
            .update()
        == 1;
  }

  boolean eliminaEsito(long documentoId, int numero, int revisione) {
    return jdbc.sql(
                """
                delete from esito_precedente
                where documento_id = ? and numero = ? and revisione = ?""")
            .params(documentoId, numero, revisione)
            .update()
        == 1;
  }

  // --- shared budgets

  List<FondoCondiviso> fondi(long documentoId) {
    return jdbc.sql("select * from fondo_condiviso where documento_id = ? order by id")
        .param(documentoId)
        .query(ArchivioSchede::fondo)
        .list();
  }

  long aggiungiFondo(long documentoId, String denominazione, Denaro importo) {
    var chiave = new GeneratedKeyHolder();
    jdbc.sql("insert into fondo_condiviso (documento_id, denominazione, importo) values (?, ?, ?)")
        .params(documentoId, denominazione, importo.importo())
        .update(chiave, "id");
    return chiave.getKeyAs(Number.class).longValue();
  }

  boolean modificaFondo(long id, int revisione, String denominazione, Denaro importo) {
    return jdbc.sql(
                """
                update fondo_condiviso set revisione = revisione + 1, denominazione = ?, importo = ?
                where id = ? and revisione = ?""")
            .params(denominazione, importo.importo(), id, revisione)
            .update()
        == 1;
  }

  boolean eliminaFondo(long id, int revisione) {
    jdbc.sql("delete from fondo_obiettivo where fondo_id = ?").param(id).update();
    return jdbc.sql("delete from fondo_condiviso where id = ? and revisione = ?")
            .params(id, revisione)
            .update()
        == 1;
  }

  // --- objectives

  List<Obiettivo> obiettivi(long documentoId) {
    var righe =
        jdbc.sql(OBIETTIVI + " where o.documento_id = ? order by o.numero")
            .param(documentoId)
            .query(ArchivioSchede::obiettivo)
            .list();
    return completi(documentoId, righe);
  }

  Optional<Obiettivo> obiettivo(long id) {
    return jdbc.sql(OBIETTIVI + " where o.id = ?")
        .param(id)
        .query(ArchivioSchede::obiettivo)
        .optional()
        .map(obiettivo -> completi(obiettivo.documentoId(), List.of(obiettivo)).get(0));
  }

  private List<Obiettivo> completi(long documentoId, List<Obiettivo> obiettivi) {
    var indicatori = indicatori(documentoId);
    var fondi = fondiPerObiettivo(documentoId);
    return obiettivi.stream()
        .map(
            o ->
                new Obiettivo(
                    o.id(),
                    o.documentoId(),
                    o.numero(),
                    o.chiave(),
                    o.revisione(),
                    o.scheda(),
                    indicatori.getOrDefault(o.id(), List.of()),
                    fondi.getOrDefault(o.id(), List.of())))
        .toList();
  }

  private Map<Long, List<Indicatore>> indicatori(long documentoId) {
    var trovati = new HashMap<Long, List<Indicatore>>();
    jdbc.sql(
            """
            select i.* from indicatore_obiettivo i join obiettivo o on o.id = i.obiettivo_id
            where o.documento_id = ? order by i.obiettivo_id, i.numero""")
        .param(documentoId)
        .query(
            riga -> {
              trovati
                  .computeIfAbsent(riga.getLong("obiettivo_id"), id -> new ArrayList<>())
                  .add(
                      new Indicatore(
                          TipoIndicatore.valueOf(riga.getString("tipo")),
                          riga.getString("descrizione"),
                          Operatore.valueOf(riga.getString("operatore")),
                          riga.getBigDecimal("valore"),
                          riga.getString("unita"),
                          riga.getObject("entro", LocalDate.class)));
            });
    return trovati;
  }

  private Map<Long, List<FondoCondiviso>> fondiPerObiettivo(long documentoId) {
    var trovati = new HashMap<Long, List<FondoCondiviso>>();
    jdbc.sql(
            """
            select f.*, fo.obiettivo_id from fondo_condiviso f
            join fondo_obiettivo fo on fo.fondo_id = f.id
            where f.documento_id = ? order by f.id""")
        .param(documentoId)
        .query(
            riga -> {
              trovati
                  .computeIfAbsent(riga.getLong("obiettivo_id"), id -> new ArrayList<>())
                  .add(fondo(riga, 0));
            });
    return trovati;
  }

  /** Adds an objective at the end; a {@code null} key makes a new one. */
  long aggiungiObiettivo(long documentoId, String chiave, DatiObiettivo dati) {
    int numero =
        jdbc.sql("select coalesce(max(numero), 0) + 1 from obiettivo where documento_id = ?")
            .param(documentoId)
            .query(Integer.class)
            .single();
    var scheda = dati.scheda();
    var generata = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into obiettivo
              (documento_id, numero, chiave, titolo, macroarea, descrizione, target,
               risorse_economiche, personale, trasversale, aree_trasversali,
               integrazione_sociosanitaria, continuita, co_progettato, co_progettato_con, bisogni,
               modalita, risultati, impatto, candidato_premialita)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            documentoId,
            numero,
            chiave == null ? UUID.randomUUID().toString() : chiave,
            scheda.titolo(),
            scheda.macroarea().name(),
            scheda.descrizione(),
            scheda.target(),
            scheda.risorseEconomiche().importo(),
            scheda.personale(),
            scheda.trasversale(),
            scheda.areeTrasversali(),
            scheda.integrazioneSociosanitaria(),
            scheda.continuita(),
            scheda.coProgettato(),
            scheda.coProgettatoCon(),
            scheda.bisogni(),
            scheda.modalita(),
            scheda.risultati(),
            scheda.impatto(),
            scheda.candidatoPremialita())
        .update(generata, "id");
    long id = generata.getKeyAs(Number.class).longValue();
    inserisciContorno(id, dati);
    return id;
  }

  boolean modificaObiettivo(long id, int revisione, DatiObiettivo dati) {
    var scheda = dati.scheda();
    int toccate =
        jdbc.sql(
                """
                update obiettivo set revisione = revisione + 1, titolo = ?, macroarea = ?,
                  descrizione = ?, target = ?, risorse_economiche = ?, personale = ?,
                  trasversale = ?, aree_trasversali = ?, integrazione_sociosanitaria = ?,
                  continuita = ?, co_progettato = ?, co_progettato_con = ?, bisogni = ?,
                  modalita = ?, risultati = ?, impatto = ?, candidato_premialita = ?
                where id = ? and revisione = ?""")
            .params(
                scheda.titolo(),
                scheda.macroarea().name(),
                scheda.descrizione(),
                scheda.target(),
                scheda.risorseEconomiche().importo(),
                scheda.personale(),
                scheda.trasversale(),
                scheda.areeTrasversali(),
                scheda.integrazioneSociosanitaria(),
                scheda.continuita(),
                scheda.coProgettato(),
                scheda.coProgettatoCon(),
                scheda.bisogni(),
                scheda.modalita(),
                scheda.risultati(),
                scheda.impatto(),
                scheda.candidatoPremialita(),
                id,
                revisione)
            .update();
    if (toccate == 1) {
      togliContorno(List.of(id));
      inserisciContorno(id, dati);
    }
    return toccate == 1;
  }

  boolean eliminaObiettivo(long id, int revisione) {
    togliContorno(List.of(id));
    return jdbc.sql("delete from obiettivo where id = ? and revisione = ?")
            .params(id, revisione)
            .update()
        == 1;
  }

  void eliminaObiettivi(long documentoId) {
    togliContorno(
        jdbc.sql("select id from obiettivo where documento_id = ?")
            .param(documentoId)
            .query(Long.class)
            .list());
    jdbc.sql("delete from obiettivo where documento_id = ?").param(documentoId).update();
  }

  private void togliContorno(Collection<Long> obiettivi) {
    var righe = obiettivi.stream().map(id -> new Object[] {id}).toList();
    jdbcTemplate.batchUpdate("delete from indicatore_obiettivo where obiettivo_id = ?", righe);
    jdbcTemplate.batchUpdate("delete from fondo_obiettivo where obiettivo_id = ?", righe);
  }

  private void inserisciContorno(long id, DatiObiettivo dati) {
    var righe = new ArrayList<Object[]>();
    for (var indicatore : dati.indicatori()) {
      righe.add(
          new Object[] {
            id,
            righe.size() + 1,
            indicatore.tipo().name(),
            indicatore.descrizione(),
            indicatore.operatore().name(),
            indicatore.valore(),
            indicatore.unita(),
            indicatore.entro()
          });
    }
    jdbcTemplate.batchUpdate(
        """
        insert into indicatore_obiettivo
          (obiettivo_id, numero, tipo, descrizione, operatore, valore, unita, entro)
        values (?, ?, ?, ?, ?, ?, ?, ?)""",
        righe);
    jdbcTemplate.batchUpdate(
        "insert into fondo_obiettivo (obiettivo_id, fondo_id) values (?, ?)",
        dati.fondi().stream().map(fondo -> new Object[] {id, fondo}).toList());
  }

  private static EsitoNumerato esito(ResultSet riga, int numero) throws SQLException {
    return new EsitoNumerato(
        riga.getLong("documento_id"),
        riga.getInt("numero"),
        riga.getInt("revisione"),
        new EsitoPrecedente(
            riga.getString("obiettivo"),
            riga.getInt("grado"),
            riga.getString("valutazione_utenti"),
            riga.getInt("risorse"),
            riga.getString("criticita"),
            riga.getBoolean("cambiamento"),
            riga.getString("motivo_cambiamento"),
            riga.getBoolean("continuita"),
            riga.getBoolean("riproposto"),
            riga.getString("motivo_riproposto")));
  }

  private static FondoCondiviso fondo(ResultSet riga, int numero) throws SQLException {
    return new FondoCondiviso(
        riga.getLong("id"),
        riga.getLong("documento_id"),
        riga.getString("denominazione"),
        euro(riga.getBigDecimal("importo")),
        riga.getInt("revisione"));
  }

  private static Denaro euro(BigDecimal importo) {
    return Denaro.euro(importo);
  }

  private static Obiettivo obiettivo(ResultSet riga, int numero) throws SQLException {
    return new Obiettivo(
        riga.getLong("id"),
        riga.getLong("documento_id"),
        riga.getInt("posto"),
        riga.getString("chiave"),
        riga.getInt("revisione"),
        new SchedaObiettivo(
            riga.getString("titolo"),
            Macroarea.valueOf(riga.getString("macroarea")),
            riga.getString("descrizione"),
            riga.getString("target"),
            euro(riga.getBigDecimal("risorse_economiche")),
            riga.getString("personale"),
            riga.getBoolean("trasversale"),
            riga.getString("aree_trasversali"),
            riga.getBoolean("integrazione_sociosanitaria"),
            riga.getBoolean("continuita"),
            riga.getBoolean("co_progettato"),
            riga.getString("co_progettato_con"),
            riga.getString("bisogni"),
            riga.getString("modalita"),
            riga.getString("risultati"),
            riga.getString("impatto"),
            riga.getBoolean("candidato_premialita")),
        List.of(),
        List.of());
  }
}
