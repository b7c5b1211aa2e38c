package it.pianodizona.assemblea;

import static it.pianodizona.comune.DateItaliane.GIORNO;
import static it.pianodizona.comune.DateItaliane.GIORNO_E_ORA;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.Comune;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.comune.Termine;
import it.pianodizona.comune.Termini;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Scadenze;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The Assemblea dei Sindaci of an Ambito: convenes it to vote on the Piano di Zona and on the
 * schema of the Accordo di Programma, then each year on the monitoring and on the economic plan,
 * and keeps its delibere (art. 18 l. 328/2000; art. 18 l.r. Lombardia 3/2008). What happens in a
 * sitting is in {@link Sedute}.
 *
 * <p>What was recorded is never changed: a point that was validly voted is not voted again within
 * the same attempt.
 */
@Service
@Transactional
public class Assemblea {

  static final String SEDUTE =
      """
      select s.id, s.approvazione_id, a.piano_id, s.giro, s.convocazione, s.inizio, s.luogo,
             s.ordine_del_giorno, s.urgente, s.motivo_urgenza, s.regolamento_id
        from seduta s join approvazione_assemblea a on a.id = s.approvazione_id
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate jdbcTemplate;
  private final Anagrafica anagrafica;
  private final Piani piani;
  private final Regolamenti regolamenti;
  private final Sedute sedute;
  private final AttiDellAssemblea atti;
  private final Scadenze scadenze;
  private final ObjectProvider<ConsegneDegliAvvisi> consegne;
  private final ObjectProvider<MotiviDelRitorno> ritorni;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Assemblea(
      JdbcClient jdbc,
      JdbcTemplate jdbcTemplate,
      Anagrafica anagrafica,
      Piani piani,
      Regolamenti regolamenti,
      Sedute sedute,
      AttiDellAssemblea atti,
      Scadenze scadenze,
      ObjectProvider<ConsegneDegliAvvisi> consegne,
      ObjectProvider<MotiviDelRitorno> ritorni,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.jdbcTemplate = jdbcTemplate;
    this.anagrafica = anagrafica;
    this.piani = piani;
    this.regolamenti = regolamenti;
    this.sedute = sedute;
    this.atti = atti;
    this.scadenze = scadenze;
    this.consegne = consegne;
    this.ritorni = ritorni;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /** Opens an attempt to approve the plan. */
  public long apriApprovazione(long pianoId) {
    return apriApprovazione(pianoId, Deliberazione.PIANO_E_SCHEMA);
  }

  /** Opens an attempt to approve something of the plan. */
  public long apriApprovazione(long pianoId, Deliberazione deliberazione) {
    return inserisci(
        """
        insert into approvazione_assemblea (piano_id, tentativo, aperta, oggetto, anno)
        select ?, coalesce(max(tentativo), 0) + 1, cast(? as timestamp with time zone), ?,
          cast(? as integer)
          from approvazione_assemblea where piano_id = ?
        """,
        pianoId,
        adesso(),
        deliberazione.oggetto().name(),
        deliberazione.anno(),
        pianoId);
  }

  /** The earliest day of a sitting that is convened today without urgency. */
  @Transactional(readOnly = true)
  public LocalDate primoGiornoUtile(long pianoId) {
    return primoGiornoUtile(regolamenti.inVigore(pianoId));
  }

  /**
   * Fixes the first call of a sitting, and the second when it is convened together. The notice is
   * checked against the clock: the days of the rules, or the hours when urgent.
   *
   * @return the sitting in first call
   * @throws DatoNonValido when the notice is too short – the message gives the earliest date – or
   *     the rules count inhabitants and those of some Comune are not known
   */
  public Seduta convoca(long approvazioneId, Convocazione convocazione) {
    long pianoId = pianoDi(approvazioneId);
    RegolamentoAssemblea regolamento = regolamenti.inVigore(pianoId);
    verificaPreavviso(regolamento, "Prima convocazione", convocazione.prima(), convocazione);
    int giro =
        jdbc.sql("select coalesce(max(giro), 0) + 1 from seduta where approvazione_id = ?")
            .param(approvazioneId)
            .query(Integer.class)
            .single();
    Seduta prima =
        inserisciSeduta(approvazioneId, giro, 1, convocazione.prima(), convocazione, regolamento);
    if (convocazione.seconda() != null) {
      inserisciSeduta(approvazioneId, giro, 2, convocazione.seconda(), convocazione, regolamento);
    }
    return prima;
  }

  /**
   * Fixes the second call on its own, after a first call that was convened alone and did not reach
   * the quorum: it has its own notice, under the rules in force when it is convened.
   *
   * @param convocazione its {@code prima} is the day and hour of the second call
   * @throws DatoNonValido as {@link #convoca}, or when the second call is convened already
   */
  public Seduta convocaSeconda(long primaId, Convocazione convocazione) {
    Seduta prima = seduta(primaId);
    if (secondaConvocazione(primaId).isPresent()) {
      throw DatoNonValido.regola("Seconda convocazione", "è già stata convocata.");
    }
    if (!convocazione.prima().isAfter(prima.inizio())) {
      throw DatoNonValido.regola(
          "Seconda convocazione", "deve essere successiva alla prima convocazione.");
    }
    RegolamentoAssemblea regolamento = regolamenti.inVigore(prima.pianoId());
    verificaPreavviso(regolamento, "Seconda convocazione", convocazione.prima(), convocazione);
    return inserisciSeduta(
        prima.approvazioneId(), prima.giro(), 2, convocazione.prima(), convocazione, regolamento);
  }

  /**
   * Sends the notice of a sitting to every Comune of the Ambito and keeps its proof. A Comune
   * without an e-mail address must be told by other means.
   */
  public void inviaConvocazione(long sedutaId) {
    Seduta seduta = seduta(sedutaId);
    RiferimentoPiano piano = piani.riferimento(seduta.pianoId());
    List<Comune> comuni = anagrafica.comuniDi(piano.codiceAmbito(), seduta.giorno());
    OffsetDateTime adesso = adesso();
    jdbcTemplate.batchUpdate(
        """
        insert into seduta_avviso (seduta_id, codice_istat, denominazione, email, inviato)
        values (?, ?, ?, ?, ?)
        """,
        comuni.stream()
            .map(
                c -> new Object[] {sedutaId, c.codiceIstat(), c.denominazione(), c.email(), adesso})
            .toList());
    eventi.publishEvent(
        new AssembleaConvocata(
            piano,
            sedutaId,
            seduta.convocazione(),
            seduta.inizio(),
            seduta.luogo(),
            ordineDelGiornoConSecondaConvocazione(seduta),
            0,
            comuni.stream()
                .map(c -> new Destinatario(nome(c.denominazione()), c.email()))
                .toList()));
  }

  /** The notices of a sitting, one for each Comune, with what is known of their delivery. */
  @Transactional(readOnly = true)
  public List<AvvisoDiSeduta> avvisi(long sedutaId) {
    Map<String, String> consegne = new HashMap<>();
    this.consegne.orderedStream().forEach(c -> consegne.putAll(c.diSeduta(sedutaId)));
    var ricevute = new HashMap<String, List<AvvisoDiSeduta.Ricevuta>>();
    jdbc.sql("select * from seduta_avviso_ricevuta where seduta_id = ? order by id")
        .param(sedutaId)
        .query(
            riga -> {
              ricevute
                  .computeIfAbsent(riga.getString("codice_istat"), c -> new ArrayList<>())
                  .add(
                      new AvvisoDiSeduta.Ricevuta(
                          AvvisoDiSeduta.Mezzo.valueOf(riga.getString("mezzo")),
                          istante(riga, "ricevuto"),
                          riga.getString("estremi")));
            });
    return jdbc.sql("select * from seduta_avviso where seduta_id = ? order by denominazione, id")
        .param(sedutaId)
        .query(
            (riga, n) ->
                new AvvisoDiSeduta(
                    riga.getString("codice_istat"),
                    riga.getString("denominazione"),
                    riga.getString("email"),
                    istante(riga, "inviato"),
                    consegne.get(nome(riga.getString("denominazione"))),
                    ricevute.getOrDefault(riga.getString("codice_istat"), List.of())))
        .list();
  }

  /**
   * Records the receipt of a notice that was delivered by other means, or that came back as a PEC.
   *
   * @throws DatoNonValido when the Comune was not convened, or the receipt is in the future
   */
  public void registraRicevuta(
      long sedutaId, String codiceIstat, AvvisoDiSeduta.Ricevuta ricevuta, String chi) {
    if (jdbc.sql("select count(*) from seduta_avviso where seduta_id = ? and codice_istat = ?")
            .params(sedutaId, codiceIstat)
            .query(Long.class)
            .single()
        == 0) {
      throw new DatoNonValido("Comune", codiceIstat, "un Comune convocato a questa seduta");
    }
    if (ricevuta.ricevuto().isAfter(ZonedDateTime.now(orologio))) {
      throw new DatoNonValido(
          "Data della ricevuta", GIORNO_E_ORA.format(ricevuta.ricevuto()), "un momento passato");
    }
    jdbc.sql(
            """
            insert into seduta_avviso_ricevuta
              (seduta_id, codice_istat, mezzo, ricevuto, estremi, registrata, registrata_da)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(
            sedutaId,
            codiceIstat,
            ricevuta.mezzo().name(),
            ricevuta.ricevuto().toOffsetDateTime(),
            ricevuta.estremi(),
            adesso(),
            chi)
        .update();
  }

  /**
   * Why the Assemblea is convened again: what it did not approve, what it could not vote, who
   * refused to sign. Empty the first time.
   */
  @Transactional(readOnly = true)
  public List<String> motiviDelRitorno(long pianoId, Deliberazione deliberazione) {
    var motivi = new ArrayList<String>();
    ultimaChiusa(pianoId, deliberazione)
        .map(sedute::quadro)
        .ifPresent(
            quadro -> {
              var giorno = GIORNO.format(quadro.seduta().giorno());
              quadro.correnti().stream()
                  .filter(v -> v.valida() && !v.approvata())
                  .forEach(
                      v ->
                          motivi.add(
                              "L'Assemblea del %s: %s".formatted(giorno, Votazioni.conteggio(v))));
              if (quadro.prossimo().isPresent()) {
                motivi.add(
                    "La seduta del %s, in %s convocazione, è stata %s%s."
                        .formatted(
                            giorno,
                            quadro.seduta().ordinale(),
                            quadro.chiusura().esito().descrizione(),
                            quadro.correnti().stream()
                                .filter(v -> !v.valida())
                                .reduce((prima, dopo) -> dopo)
                                .map(v -> ": " + AttiDellAssemblea.quorum(v.quorum()))
                                .orElse("")));
              }
            });
    if (deliberazione.oggetto() == Oggetto.PIANO_E_SCHEMA) {
      ritorni.orderedStream().forEach(r -> motivi.addAll(r.motivi(pianoId)));
    }
    return motivi;
  }

  private Optional<Long> ultimaChiusa(long pianoId, Deliberazione deliberazione) {
    return jdbc.sql(
            """
            select s.id from seduta_chiusura c join seduta s on s.id = c.seduta_id
              join approvazione_assemblea a on a.id = s.approvazione_id
             where a.piano_id = ? and a.oggetto = ? and coalesce(a.anno, 0) = ?
             order by c.chiusa desc, s.id desc fetch first 1 row only""")
        .params(pianoId, deliberazione.oggetto().name(), annoOZero(deliberazione))
        .query(Long.class)
        .optional();
  }

  private static String nome(String comune) {
    return "Comune di " + comune;
  }

  @Transactional(readOnly = true)
  public Seduta seduta(long sedutaId) {
    return jdbc.sql(SEDUTE + " where s.id = ?")
        .param(sedutaId)
        .query(Assemblea::seduta)
        .optional()
        .orElseThrow(() -> new DatoNonValido("Seduta", sedutaId, "una seduta convocata"));
  }

  /** The second call of a sitting in first call, when it is convened. */
  @Transactional(readOnly = true)
  public Optional<Seduta> secondaConvocazione(long sedutaId) {
    Seduta prima = seduta(sedutaId);
    return jdbc.sql(SEDUTE + " where s.approvazione_id = ? and s.giro = ? and s.convocazione = 2")
        .params(prima.approvazioneId(), prima.giro())
        .query(Assemblea::seduta)
        .optional();
  }

  /** The rules a sitting was convened under. */
  @Transactional(readOnly = true)
  public RegolamentoAssemblea regolamentoDella(Seduta seduta) {
    return regolamenti.regolamento(seduta.regolamentoId());
  }

  /** The points validly voted in this attempt, and whether they were approved. */
  @Transactional(readOnly = true)
  public Map<Punto, Boolean> decisi(long approvazioneId) {
    return Votazioni.decisi(votazioni(approvazioneId));
  }

  /** What an attempt is about. */
  @Transactional(readOnly = true)
  public Deliberazione deliberazione(long approvazioneId) {
    return deliberazione(jdbc, approvazioneId);
  }

  /** What the notes of the last closed sitting on this subject say, for who must work again. */
  @Transactional(readOnly = true)
  public Optional<String> noteDellUltimaSeduta(long pianoId, Deliberazione deliberazione) {
    return ultimaChiusa(pianoId, deliberazione).map(sedute::quadro).map(q -> q.chiusura().note());
  }

  /** The delibera on this subject, once it is recorded. */
  @Transactional(readOnly = true)
  public Optional<Delibera> delibera(long pianoId, Deliberazione deliberazione) {
    return jdbc.sql(
            """
            select d.numero, d.data from delibera_assemblea d
              join approvazione_assemblea a on a.id = d.approvazione_id
             where a.piano_id = ? and a.oggetto = ? and coalesce(a.anno, 0) = ?
             order by d.id desc fetch first 1 row only""")
        .params(pianoId, deliberazione.oggetto().name(), annoOZero(deliberazione))
        .query(Delibera.class)
        .optional();
  }

  private static int annoOZero(Deliberazione deliberazione) {
    return deliberazione.anno() == null ? 0 : deliberazione.anno();
  }

  static Deliberazione deliberazione(JdbcClient jdbc, long approvazioneId) {
    return jdbc.sql("select oggetto, anno from approvazione_assemblea where id = ?")
        .param(approvazioneId)
        .query(
            (riga, n) ->
                new Deliberazione(
                    Oggetto.valueOf(riga.getString("oggetto")),
                    riga.getObject("anno", Integer.class)))
        .single();
  }

  /** All the votes of an attempt, in the order they were taken, those without quorum included. */
  @Transactional(readOnly = true)
  public List<Votazione> votazioni(long approvazioneId) {
    return Votazioni.di(jdbc, approvazioneId);
  }

  /**
   * Records the delibera that approves every point.
   *
   * @throws DatoNonValido when the votes did not approve all, the date is before the sitting or in
   *     the future, or a delibera is there already
   */
  public void registraDelibera(long approvazioneId, String numero, LocalDate data) {
    if (!deliberazione(approvazioneId).esito(decisi(approvazioneId)).approvato()) {
      throw DatoNonValido.regola(
          "Delibera", "i punti all'ordine del giorno non risultano tutti approvati.");
    }
    Seduta ultima =
        jdbc.sql(
                SEDUTE
                    + """
                     where s.approvazione_id = ?
                       and exists (select 1 from votazione v where v.seduta_id = s.id and v.valida)
                     order by s.inizio desc fetch first 1 row only
                    """)
            .param(approvazioneId)
            .query(Assemblea::seduta)
            .single();
    LocalDate giornoSeduta = ultima.giorno();
    LocalDate oggi = LocalDate.now(orologio);
    if (data.isBefore(giornoSeduta) || data.isAfter(oggi)) {
      throw new DatoNonValido(
          "Data della delibera",
          GIORNO.format(data),
          "una data non prima di %s, giorno della seduta, e non dopo oggi %s"
              .formatted(GIORNO.format(giornoSeduta), GIORNO.format(oggi)));
    }
    if (jdbc.sql("select count(*) from delibera_assemblea where approvazione_id = ?")
            .param(approvazioneId)
            .query(Long.class)
            .single()
        > 0) {
      throw DatoNonValido.regola("Delibera", "è già agli atti.");
    }
    inserisci(
        """
        insert into delibera_assemblea (approvazione_id, numero, data, registrata)
        values (?, ?, ?, ?)
        """,
        approvazioneId,
        numero,
        data,
        adesso());
    var decisive =
        votazioni(approvazioneId).stream().filter(Votazione::valida).map(Votazione::sedutaId);
    var quadri = new HashMap<Long, Quadro>();
    decisive.distinct().forEach(id -> quadri.put(id, sedute.quadro(id)));
    atti.delibera(
        sedute.quadro(ultima.id()),
        quadri.values().stream()
            .flatMap(q -> q.correnti().stream().filter(Votazione::valida).map(v -> Map.entry(q, v)))
            .sorted(Comparator.comparing(voce -> voce.getValue().punto()))
            .map(voce -> AttiDellAssemblea.scheda(voce.getKey(), voce.getValue()))
            .toList(),
        numero,
        data);
  }

  private void verificaPreavviso(
      RegolamentoAssemblea regolamento,
      String campo,
      ZonedDateTime inizio,
      Convocazione convocazione) {
    ZonedDateTime adesso = ZonedDateTime.now(orologio);
    if (convocazione.urgente()) {
      ZonedDateTime minimo = adesso.plusHours(regolamento.oreUrgenza());
      if (inizio.isBefore(minimo)) {
        throw DatoNonValido.regola(
            campo,
            "anche in via d'urgenza servono %d ore di preavviso: la prima data possibile è il %s (%s)."
                .formatted(
                    regolamento.oreUrgenza(), GIORNO_E_ORA.format(minimo), regolamento.norma()));
      }
    } else if (ultimoGiornoPerAvvisare(regolamento, inRoma(inizio))
            .dataEffettiva()
            .isBefore(adesso.toLocalDate())
        || inizio.isBefore(adesso)) {
      throw DatoNonValido.regola(
          campo,
          "per il %s servono %s di preavviso: convocando oggi, la prima data possibile è il %s (%s)."
              .formatted(
                  GIORNO.format(inizio),
                  regolamento.preavviso(),
                  GIORNO.format(primoGiornoUtile(regolamento)),
                  regolamento.norma()));
    }
  }

  private LocalDate primoGiornoUtile(RegolamentoAssemblea regolamento) {
    LocalDate oggi = LocalDate.now(orologio);
    LocalDate giorno = oggi.plusDays(Math.max(1, regolamento.giorniPreavviso()));
    while (ultimoGiornoPerAvvisare(regolamento, giorno).dataEffettiva().isBefore(oggi)) {
      giorno = giorno.plusDays(1);
    }
    return giorno;
  }

  private static Termine ultimoGiornoPerAvvisare(
      RegolamentoAssemblea regolamento, LocalDate giornoSeduta) {
    return regolamento.giorniLiberi()
        ? Termini.giorniLiberiARitroso(
            giornoSeduta, regolamento.giorniPreavviso(), regolamento.norma())
        : Termini.aRitroso(giornoSeduta, regolamento.giorniPreavviso(), regolamento.norma());
  }

  private static LocalDate inRoma(ZonedDateTime istante) {
    return istante.withZoneSameInstant(Termini.ROMA).toLocalDate();
  }

  private Seduta inserisciSeduta(
      long approvazioneId,
      int giro,
      int numero,
      ZonedDateTime inizio,
      Convocazione convocazione,
      RegolamentoAssemblea regolamento) {
    long id =
        inserisci(
            """
            insert into seduta
              (approvazione_id, giro, convocazione, inizio, luogo, ordine_del_giorno, urgente,
               motivo_urgenza, regolamento_id, registrata)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            approvazioneId,
            giro,
            numero,
            inizio.toOffsetDateTime(),
            convocazione.luogo(),
            convocazione.ordineDelGiorno(),
            convocazione.urgente(),
            convocazione.motivoUrgenza(),
            regolamento.id(),
            adesso());
    Seduta seduta = seduta(id);
    Sedute.membri(anagrafica, piani.riferimento(seduta.pianoId()), seduta, regolamento);
    boolean insieme = numero == 2 && convocazione.seconda() != null;
    if (!insieme) {
      scadenze.registra(
          seduta.pianoId(),
          "AVVISO_DI_CONVOCAZIONE",
          "seduta:" + id,
          convocazione.urgente()
              ? Termini.aData(
                  inRoma(inizio.minusHours(regolamento.oreUrgenza())),
                  "convocazione d'urgenza, %d ore; %s"
                      .formatted(regolamento.oreUrgenza(), regolamento.norma()))
              : ultimoGiornoPerAvvisare(regolamento, inRoma(inizio)));
    }
    return seduta;
  }

  private String ordineDelGiornoConSecondaConvocazione(Seduta seduta) {
    var seconda =
        seduta.convocazione() == 2 ? Optional.<Seduta>empty() : secondaConvocazione(seduta.id());
    return seconda
        .map(
            s ->
                "%s\n\nSe mancherà il numero legale, la seconda convocazione è il %s."
                    .formatted(seduta.ordineDelGiorno(), GIORNO_E_ORA.format(s.inizio())))
        .orElse(seduta.ordineDelGiorno());
  }

  private long pianoDi(long approvazioneId) {
    return jdbc.sql("select piano_id from approvazione_assemblea where id = ?")
        .param(approvazioneId)
        .query(Long.class)
        .single();
  }

  private long inserisci(String sql, Object... valori) {
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(sql).params(valori).update(chiave, "id");
    return chiave.getKeyAs(Long.class);
  }

  private OffsetDateTime adesso() {
    return OffsetDateTime.now(orologio);
  }

  static Seduta seduta(ResultSet riga, int numero) throws SQLException {
    return new Seduta(
        riga.getLong("id"),
        riga.getLong("approvazione_id"),
        riga.getLong("piano_id"),
        riga.getInt("giro"),
        riga.getInt("convocazione"),
        istante(riga, "inizio"),
        riga.getString("luogo"),
        riga.getString("ordine_del_giorno"),
        riga.getBoolean("urgente"),
        riga.getString("motivo_urgenza"),
        riga.getLong("regolamento_id"));
  }

  private static ZonedDateTime istante(ResultSet riga, String colonna) throws SQLException {
    return riga.getObject(colonna, OffsetDateTime.class).atZoneSameInstant(Termini.ROMA);
  }
}
