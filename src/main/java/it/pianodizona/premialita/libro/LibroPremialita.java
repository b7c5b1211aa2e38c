package it.pianodizona.premialita.libro;

import it.pianodizona.comune.Catena;
import it.pianodizona.comune.Catena.Alterazione;
import it.pianodizona.comune.Catena.Anello;
import it.pianodizona.comune.Catena.Riga;
import it.pianodizona.comune.Catena.RigaAgliAtti;
import it.pianodizona.comune.Denaro;
import it.pianodizona.fascicolo.Catene;
import it.pianodizona.fascicolo.RegistroDiProve;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of the premialità: double entry, only added to. Each row takes an amount from one
 * account to another, so that what is assigned is always what is paid plus what is left; each one
 * has a link in the chain of its plan and a seal, because of which the database itself refuses to
 * change or delete it.
 */
@Component
public class LibroPremialita implements RegistroDiProve {

  private static final String FAMIGLIA = "premialita";

  private static final String SALDI =
      """
      select coalesce(sum(case when conto_dare = 'RISORSE' then importo
                               when conto_avere = 'RISORSE' then -importo else 0 end), 0) assegnata,
             coalesce(sum(case when conto_avere = 'TESORERIA' then importo
                               when conto_dare = 'TESORERIA' then -importo else 0 end), 0) liquidata,
             coalesce(sum(case when conto_avere = 'DA_LIQUIDARE' then importo
                               when conto_dare = 'DA_LIQUIDARE' then -importo else 0 end), 0) residua
        from scrittura_premialita where %s""";

  private final JdbcClient jdbc;
  private final Catene catene;

  LibroPremialita(JdbcClient jdbc, Catene catene) {
    this.jdbc = jdbc;
    this.catene = catene;
  }

  /**
   * What is to be written.
   *
   * @param progettoId {@code null} for the first level
   * @param registrata when, to the microsecond at most
   */
  public record Scrittura(
      long pianoId,
      Long progettoId,
      TipoMovimento tipo,
      Denaro importo,
      String atto,
      LocalDate data,
      String beneficiario,
      String presupposto,
      String utente,
      OffsetDateTime registrata) {}

  /**
   * Writes a row that is not a storno; the caller holds the lock of the plan.
   *
   * @throws DuplicateKeyException when somebody else wrote the same one in the same instant
   */
  public Movimento scrivi(Scrittura scrittura) {
    var oggetto =
        scrittura.progettoId() == null
            ? "piano:" + scrittura.pianoId()
            : "progetto:" + scrittura.progettoId();
    var radice = oggetto + ":" + scrittura.tipo() + ":";
    // a payment is made again only after its storno: two at once write the same key
    long volta =
        1
            + jdbc.sql(
                    scrittura.tipo().pagamento()
                        ? """
                          select count(*) from scrittura_premialita m
                            join scrittura_premialita s on s.storna = m.id
                           where m.chiave like ?"""
                        : "select count(*) from scrittura_premialita where chiave like ?")
                .param(radice + "%")
                .query(Long.class)
                .single();
    return aggiungi(
        scrittura, scrittura.tipo().dare(), scrittura.tipo().avere(), null, radice + volta);
  }

  /** Reverses a row; the database refuses a second storno of the same one. */
  public Movimento storna(
      Movimento stornato,
      String atto,
      LocalDate data,
      String motivo,
      String utente,
      OffsetDateTime registrata) {
    return aggiungi(
        new Scrittura(
            stornato.pianoId(),
            stornato.progettoId(),
            TipoMovimento.STORNO,
            stornato.importo(),
            atto,
            data,
            stornato.beneficiario(),
            motivo,
            utente,
            registrata),
        stornato.avere(),
        stornato.dare(),
        stornato.id(),
        "storno:" + stornato.id());
  }

  private Movimento aggiungi(
      Scrittura s, Conto dare, Conto avere, Long storna, String chiaveUnica) {
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into scrittura_premialita
              (piano_id, progetto_id, causale, conto_dare, conto_avere, importo, atto, data_atto,
               beneficiario, presupposto, storna, chiave, utente, registrata)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            s.pianoId(),
            s.progettoId(),
            s.tipo().name(),
            dare.name(),
            avere.name(),
            s.importo().importo(),
            s.atto(),
            s.data(),
            s.beneficiario(),
            s.presupposto(),
            storna,
            chiaveUnica,
            s.utente(),
            Catena.conservabile(s.registrata()))
        .update(chiave, "id");
    var movimento = cerca(chiave.getKeyAs(Number.class).longValue()).orElseThrow();
    sigilla(movimento);
    return movimento;
  }

  /** Seals the rows that came from before there was a ledger; the others have their seal. */
  @Transactional
  void sigillaMancanti() {
    jdbc.sql(
            """
            select * from scrittura_premialita m
             where not exists (select 1 from sigillo_scrittura s where s.scrittura_id = m.id)
             order by id""")
        .query(LibroPremialita::movimento)
        .list()
        .forEach(this::sigilla);
  }

  private void sigilla(Movimento m) {
    var anello = catene.aggiungi(nome(m.pianoId()), contenuto(m));
    jdbc.sql(
            """
            insert into sigillo_scrittura
              (scrittura_id, piano_id, causale, conto_dare, conto_avere, importo, atto, data_atto,
               beneficiario, catena_numero, catena_precedente, catena_impronta)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            m.id(),
            m.pianoId(),
            m.tipo().name(),
            m.dare().name(),
            m.avere().name(),
            m.importo().importo(),
            m.atto(),
            m.data(),
            m.beneficiario(),
            anello.numero(),
            anello.precedente(),
            anello.impronta())
        .update();
  }

  public Optional<Movimento> cerca(long id) {
    return jdbc.sql("select * from scrittura_premialita where id = ?")
        .param(id)
        .query(LibroPremialita::movimento)
        .optional();
  }

  /** All the rows of a plan, in the order in which they were written. */
  public List<Movimento> delPiano(long pianoId) {
    return jdbc.sql("select * from scrittura_premialita where piano_id = ? order by id")
        .param(pianoId)
        .query(LibroPremialita::movimento)
        .list();
  }

  /** All the rows of a triennio, in the order in which they were written. */
  public List<Movimento> delTriennio(String triennio) {
    return jdbc.sql(
            """
            select m.* from scrittura_premialita m join piano n on n.id = m.piano_id
             where n.triennio = ? order by m.id""")
        .param(triennio)
        .query(LibroPremialita::movimento)
        .list();
  }

  public SaldiPremialita saldi(long pianoId) {
    return saldi(jdbc.sql(SALDI.formatted("piano_id = ?")).param(pianoId));
  }

  /** What the Ambito has for a project, or for the first level when it is {@code null}. */
  public SaldiPremialita saldi(long pianoId, Long progettoId) {
    return progettoId == null
        ? saldi(jdbc.sql(SALDI.formatted("piano_id = ? and progetto_id is null")).param(pianoId))
        : saldi(jdbc.sql(SALDI.formatted("progetto_id = ?")).param(progettoId));
  }

  private static SaldiPremialita saldi(JdbcClient.StatementSpec lettura) {
    return lettura
        .query(
            (riga, n) ->
                new SaldiPremialita(
                    Denaro.euro(riga.getBigDecimal("assegnata")),
                    Denaro.euro(riga.getBigDecimal("liquidata")),
                    Denaro.euro(riga.getBigDecimal("residua"))))
        .single();
  }

  @Override
  public String famiglia() {
    return FAMIGLIA;
  }

  @Override
  public String descrizione() {
    return "scritture della premialità";
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, List<RigaAgliAtti>> catene() {
    var trovate = new LinkedHashMap<String, List<RigaAgliAtti>>();
    jdbc.sql(
            """
            select m.*, s.catena_numero, s.catena_precedente, s.catena_impronta
              from scrittura_premialita m join sigillo_scrittura s on s.scrittura_id = m.id
             order by m.piano_id, s.catena_numero""")
        .query(
            riga -> {
              var movimento = movimento(riga, 0);
              trovate
                  .computeIfAbsent(nome(movimento.pianoId()), n -> new ArrayList<>())
                  .add(
                      new RigaAgliAtti(
                          nome(movimento),
                          new Anello(
                              riga.getLong("catena_numero"),
                              riga.getString("catena_precedente"),
                              riga.getString("catena_impronta")),
                          contenuto(movimento)));
            });
    return trovate;
  }

  /** Rows without a seal, and projects whose amount is not the one the ledger has. */
  @Override
  @Transactional(readOnly = true)
  public List<Alterazione> altriControlli() {
    var alterazioni = new ArrayList<Alterazione>();
    jdbc.sql(
            """
            select m.* from scrittura_premialita m
             where not exists (select 1 from sigillo_scrittura s where s.scrittura_id = m.id)
             order by m.id""")
        .query(LibroPremialita::movimento)
        .list()
        .forEach(m -> alterazioni.add(new Alterazione(nome(m), "non ha il suo sigillo")));
    jdbc.sql(
            """
            select g.id, coalesce(d.importo, 0) determinato, coalesce(l.assegnata, 0) assegnata
              from progetto_premialita g
              left join determinazione_premialita d on d.id =
                (select max(u.id) from determinazione_premialita u where u.progetto_id = g.id)
              left join (
                select progetto_id,
                       sum(case when conto_dare = 'RISORSE' then importo
                                when conto_avere = 'RISORSE' then -importo else 0 end) assegnata
                  from scrittura_premialita group by progetto_id) l on l.progetto_id = g.id
             where coalesce(d.importo, 0) <> coalesce(l.assegnata, 0)
             order by g.id""")
        .query(
            (riga, n) ->
                new Alterazione(
                    "progetto " + riga.getLong("id"),
                    "nel libro risultano assegnati %s, ma la determinazione è di %s"
                        .formatted(
                            Denaro.euro(riga.getBigDecimal("assegnata")),
                            Denaro.euro(riga.getBigDecimal("determinato")))))
        .list()
        .forEach(alterazioni::add);
    return alterazioni;
  }

  static Movimento movimento(ResultSet riga, int numero) throws SQLException {
    return new Movimento(
        riga.getLong("id"),
        riga.getLong("piano_id"),
        riga.getObject("progetto_id", Long.class),
        TipoMovimento.valueOf(riga.getString("causale")),
        Conto.valueOf(riga.getString("conto_dare")),
        Conto.valueOf(riga.getString("conto_avere")),
        Denaro.euro(riga.getBigDecimal("importo")),
        riga.getString("atto"),
        riga.getObject("data_atto", LocalDate.class),
        riga.getString("beneficiario"),
        riga.getString("presupposto"),
        riga.getObject("storna", Long.class),
        riga.getString("utente"),
        riga.getObject("registrata", OffsetDateTime.class));
  }

  private static Riga contenuto(Movimento m) {
    return Catena.riga("scrittura")
        .campo("id", m.id())
        .campo("piano_id", m.pianoId())
        .campo("progetto_id", m.progettoId())
        .campo("causale", m.tipo())
        .campo("conto_dare", m.dare())
        .campo("conto_avere", m.avere())
        .campo("importo", m.importo().importo())
        .campo("atto", m.atto())
        .campo("data_atto", m.data())
        .campo("beneficiario", m.beneficiario())
        .campo("presupposto", m.presupposto())
        .campo("storna", m.storna())
        .campo("utente", m.utente())
        .campo("registrata", m.registrato());
  }

  private static String nome(Movimento movimento) {
    return "scrittura " + movimento.numero();
  }

  private static String nome(long pianoId) {
    return FAMIGLIA + ":" + pianoId;
  }
}
