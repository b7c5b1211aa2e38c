package it.pianodizona.assemblea;

import static it.pianodizona.comune.DateItaliane.GIORNO;
import static it.pianodizona.comune.DateItaliane.GIORNO_E_ORA;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.Comune;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.comune.Termine;
import it.pianodizona.comune.Termini;
import it.pianodizona.documento.Documenti;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Scadenze;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The Assemblea dei Sindaci of an Ambito: convenes it, counts who is there, takes its two votes on
 * the Piano di Zona and on the schema of the Accordo di Programma, keeps its delibera (art. 18 l.
 * 328/2000; art. 18 l.r. Lombardia 3/2008).
 *
 * <p>What was recorded is never changed: a point that was validly voted is not voted again within
 * the same attempt.
 */
@Service
@Transactional
public class Assemblea {

  private static final String SEDUTE =
      """
      select s.id, s.approvazione_id, a.piano_id, s.giro, s.convocazione, s.inizio, s.luogo,
             s.ordine_del_giorno, s.urgente, s.regolamento_id
        from seduta s join approvazione_assemblea a on a.id = s.approvazione_id
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate jdbcTemplate;
  private final Anagrafica anagrafica;
  private final Piani piani;
  private final Documenti documenti;
  private final Scadenze scadenze;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Assemblea(
      JdbcClient jdbc,
      JdbcTemplate jdbcTemplate,
      Anagrafica anagrafica,
      Piani piani,
      Documenti documenti,
      Scadenze scadenze,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.jdbcTemplate = jdbcTemplate;
    this.anagrafica = anagrafica;
    this.piani = piani;
    this.documenti = documenti;
    this.scadenze = scadenze;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /**
   * The rules in force today for a plan: those of its ATS and triennio before those of its ATS,
   * those of its triennio, and the product's placeholder; the latest version of them.
   */
  @Transactional(readOnly = true)
  public RegolamentoAssemblea regolamento(long pianoId) {
    RiferimentoPiano piano = piani.riferimento(pianoId);
    return jdbc.sql(
            """
            select * from regolamento_assemblea
             where triennio in (:triennio, '*') and codice_ats in (:ats, '*') and valido_dal <= :oggi
             order by case when codice_ats = '*' then 0 else 2 end
                      + case when triennio = '*' then 0 else 1 end desc, versione desc
             fetch first 1 row only
            """)
        .param("triennio", piano.triennio())
        .param("ats", anagrafica.ambito(piano.codiceAmbito()).codiceAts())
        .param("oggi", LocalDate.now(orologio))
        .query(Assemblea::regolamento)
        .single();
  }

  /**
   * Records a new version of the rules; sittings already convened keep theirs.
   *
   * @param regolamento its id is ignored
   * @throws DatoNonValido when the version exists already
   */
  public RegolamentoAssemblea adotta(RegolamentoAssemblea regolamento) {
    boolean esiste =
        jdbc.sql(
                    """
                    select count(*) from regolamento_assemblea
                     where triennio = ? and codice_ats = ? and versione = ?
                    """)
                .params(regolamento.triennio(), regolamento.codiceAts(), regolamento.versione())
                .query(Long.class)
                .single()
            > 0;
    if (esiste) {
      throw new DatoNonValido(
          "Versione del regolamento", regolamento.versione(), "un numero non ancora usato");
    }
    Soglia prima = regolamento.quorumPrimaConvocazione();
    Soglia seconda = regolamento.quorumSecondaConvocazione();
    long id =
        inserisci(
            """
            insert into regolamento_assemblea
              (triennio, codice_ats, versione, valido_dal, atto, segnaposto, giorni_preavviso,
               ore_urgenza, modo_quorum, prima_numeratore, prima_denominatore, prima_piu_uno,
               seconda_numeratore, seconda_denominatore, seconda_piu_uno, modo_voto,
               maggioranza_piano, maggioranza_schema, astensioni, fonte_popolazione,
               anno_popolazione)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            regolamento.triennio(),
            regolamento.codiceAts(),
            regolamento.versione(),
            regolamento.validoDal(),
            regolamento.atto(),
            regolamento.segnaposto(),
            regolamento.giorniPreavviso(),
            regolamento.oreUrgenza(),
            regolamento.modoQuorum().name(),
            prima.numeratore(),
            prima.denominatore(),
            prima.piuUno(),
            seconda.numeratore(),
            seconda.denominatore(),
            seconda.piuUno(),
            regolamento.modoVoto().name(),
            regolamento.maggioranzaPiano().name(),
            regolamento.maggioranzaSchema().name(),
            regolamento.astensioni().name(),
            regolamento.fontePopolazione(),
            regolamento.annoPopolazione());
    return regolamentoDi(id);
  }

  /** Opens an attempt to approve the plan. */
  public long apriApprovazione(long pianoId) {
    return inserisci(
        """
        insert into approvazione_assemblea (piano_id, tentativo, aperta)
        select ?, coalesce(max(tentativo), 0) + 1, ? from approvazione_assemblea where piano_id = ?
        """,
        pianoId,
        adesso(),
        pianoId);
  }

  /** The earliest day of a sitting that is convened today without urgency. */
  @Transactional(readOnly = true)
  public LocalDate primoGiornoUtile(long pianoId) {
    return primoGiornoUtile(regolamento(pianoId));
  }

  /**
   * Fixes both calls of a sitting. The notice is checked against the clock: the days of the rules,
   * or the hours when urgent.
   *
   * @return the sitting in first call
   * @throws DatoNonValido when the notice is too short; the message gives the earliest date
   */
  public Seduta convoca(long approvazioneId, Convocazione convocazione) {
    long pianoId = pianoDi(approvazioneId);
    RegolamentoAssemblea regolamento = regolamento(pianoId);
    verificaPreavviso(regolamento, convocazione);
    int giro =
        jdbc.sql("select coalesce(max(giro), 0) + 1 from seduta where approvazione_id = ?")
            .param(approvazioneId)
            .query(Integer.class)
            .single();
    long prima = inserisciSeduta(approvazioneId, giro, 1, convocazione, regolamento);
    inserisciSeduta(approvazioneId, giro, 2, convocazione, regolamento);
    scadenze.registra(
        pianoId, "AVVISO_DI_CONVOCAZIONE", "seduta:" + prima, preavviso(regolamento, convocazione));
    return seduta(prima);
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
                .map(c -> new Destinatario("Comune di " + c.denominazione(), c.email()))
                .toList()));
  }

  @Transactional(readOnly = true)
  public Seduta seduta(long sedutaId) {
    return jdbc.sql(SEDUTE + " where s.id = ?")
        .param(sedutaId)
        .query(Assemblea::seduta)
        .optional()
        .orElseThrow(() -> new DatoNonValido("Seduta", sedutaId, "una seduta convocata"));
  }

  /** The second call of a sitting in first call. */
  @Transactional(readOnly = true)
  public Seduta secondaConvocazione(long sedutaId) {
    Seduta prima = seduta(sedutaId);
    return jdbc.sql(SEDUTE + " where s.approvazione_id = ? and s.giro = ? and s.convocazione = 2")
        .params(prima.approvazioneId(), prima.giro())
        .query(Assemblea::seduta)
        .single();
  }

  /** The rules a sitting was convened under. */
  @Transactional(readOnly = true)
  public RegolamentoAssemblea regolamentoDella(Seduta seduta) {
    return regolamentoDi(seduta.regolamentoId());
  }

  /** The members of the Assemblea on the day of the sitting. */
  @Transactional(readOnly = true)
  public List<Componente> componenti(Seduta seduta) {
    return anagrafica
        .comuniDi(
            piani.riferimento(seduta.pianoId()).codiceAmbito(),
            seduta.giorno(),
            regolamentoDi(seduta.regolamentoId()).annoPopolazione())
        .stream()
        .map(c -> new Componente(c.codiceIstat(), c.denominazione(), c.popolazione()))
        .toList();
  }

  /** True while the point has no valid vote in this attempt. */
  @Transactional(readOnly = true)
  public boolean daVotare(long approvazioneId, Punto punto) {
    return !valide(approvazioneId).containsKey(punto);
  }

  /**
   * Records a sitting: roll call and votes. The quorum is taken at each vote from who is present
   * then; without it nothing is voted. The schema is voted only once the plan is approved; a point
   * that was already validly voted is left alone.
   *
   * @throws DatoNonValido when the sitting has not begun, was recorded already, or somebody who is
   *     not in the room votes
   */
  public EsitoSeduta registra(long sedutaId, Appello appello) {
    Seduta seduta = seduta(sedutaId);
    if (ZonedDateTime.now(orologio).isBefore(seduta.inizio())) {
      throw DatoNonValido.regola(
          "Seduta",
          "comincia il %s: l'appello si registra da quel momento."
              .formatted(GIORNO_E_ORA.format(seduta.inizio())));
    }
    if (registrata(sedutaId)) {
      throw DatoNonValido.regola(
          "Seduta", "l'appello e i voti di questa seduta sono già agli atti.");
    }
    RegolamentoAssemblea regolamento = regolamentoDella(seduta);
    Map<String, Componente> componenti =
        componenti(seduta).stream()
            .collect(
                Collectors.toMap(
                    Componente::codiceIstat, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    appello.verifica(componenti);
    registraPresenze(seduta, componenti.values(), appello);
    Map<Punto, Boolean> decisi = valide(seduta.approvazioneId());
    for (Punto punto : Punto.values()) {
      boolean pianoApprovato = decisi.getOrDefault(Punto.PIANO, false);
      if (!decisi.containsKey(punto) && (punto == Punto.PIANO || pianoApprovato)) {
        Votazione votazione = vota(seduta, regolamento, componenti, appello, punto);
        if (votazione.valida()) {
          decisi.put(punto, votazione.approvata());
          if (!votazione.approvata()) {
            documenti.registraRigetto(seduta.pianoId(), seduta.giorno(), conteggio(votazione));
          }
        }
      }
    }
    return esito(decisi);
  }

  /** What the next draft of the document is told about a rejection. */
  private static String conteggio(Votazione votazione) {
    var scrutinio = votazione.scrutinio();
    return "%s non approvato: favorevoli %d, contrari %d, astenuti %d."
        .formatted(
            votazione.punto().descrizione(),
            scrutinio.favorevoli(),
            scrutinio.contrari(),
            scrutinio.astenuti());
  }

  /** All the votes of an attempt, in the order they were taken, those without quorum included. */
  @Transactional(readOnly = true)
  public List<Votazione> votazioni(long approvazioneId) {
    return jdbc.sql(
            """
            select v.*, s.convocazione
              from votazione v join seduta s on s.id = v.seduta_id
             where s.approvazione_id = ? order by v.id
            """)
        .param(approvazioneId)
        .query(Assemblea::votazione)
        .list();
  }

  /**
   * Records the delibera that approves the plan and the schema.
   *
   * @throws DatoNonValido when the votes did not approve both, the date is before the sitting or in
   *     the future, or a delibera is there already
   */
  public void registraDelibera(long approvazioneId, String numero, LocalDate data) {
    if (!esito(valide(approvazioneId)).approvato()) {
      throw DatoNonValido.regola(
          "Delibera", "il piano e lo schema dell'Accordo non risultano entrambi approvati.");
    }
    LocalDate giornoSeduta =
        jdbc.sql(
                SEDUTE
                    + """
                     where s.approvazione_id = ?
                       and exists (select 1 from votazione v where v.seduta_id = s.id and v.valida)
                     order by s.inizio desc fetch first 1 row only
                    """)
            .param(approvazioneId)
            .query(Assemblea::seduta)
            .single()
            .giorno();
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
  }

  private void verificaPreavviso(RegolamentoAssemblea regolamento, Convocazione convocazione) {
    ZonedDateTime adesso = ZonedDateTime.now(orologio);
    if (convocazione.urgente()) {
      ZonedDateTime minimo = adesso.plusHours(regolamento.oreUrgenza());
      if (convocazione.prima().isBefore(minimo)) {
        throw DatoNonValido.regola(
            "Prima convocazione",
            "anche in via d'urgenza servono %d ore di preavviso: la prima data possibile è il %s (%s)."
                .formatted(
                    regolamento.oreUrgenza(), GIORNO_E_ORA.format(minimo), regolamento.norma()));
      }
    } else if (preavviso(regolamento, convocazione).dataEffettiva().isBefore(adesso.toLocalDate())
        || convocazione.prima().isBefore(adesso)) {
      throw DatoNonValido.regola(
          "Prima convocazione",
          "per il %s servono %d giorni di preavviso: convocando oggi, la prima data possibile è il %s (%s)."
              .formatted(
                  GIORNO.format(convocazione.prima()),
                  regolamento.giorniPreavviso(),
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

  private static Termine preavviso(RegolamentoAssemblea regolamento, Convocazione convocazione) {
    ZonedDateTime prima = convocazione.prima().withZoneSameInstant(Termini.ROMA);
    return convocazione.urgente()
        ? Termini.aData(
            prima.minusHours(regolamento.oreUrgenza()).toLocalDate(),
            "convocazione d'urgenza, %d ore; %s"
                .formatted(regolamento.oreUrgenza(), regolamento.norma()))
        : ultimoGiornoPerAvvisare(regolamento, prima.toLocalDate());
  }

  private static Termine ultimoGiornoPerAvvisare(
      RegolamentoAssemblea regolamento, LocalDate giornoSeduta) {
    return Termini.aRitroso(giornoSeduta, regolamento.giorniPreavviso(), regolamento.norma());
  }

  private long inserisciSeduta(
      long approvazioneId,
      int giro,
      int numero,
      Convocazione convocazione,
      RegolamentoAssemblea regolamento) {
    return inserisci(
        """
        insert into seduta
          (approvazione_id, giro, convocazione, inizio, luogo, ordine_del_giorno, urgente,
           regolamento_id, registrata)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        approvazioneId,
        giro,
        numero,
        (numero == 1 ? convocazione.prima() : convocazione.seconda()).toOffsetDateTime(),
        convocazione.luogo(),
        convocazione.ordineDelGiorno(),
        convocazione.urgente(),
        regolamento.id(),
        adesso());
  }

  private String ordineDelGiornoConSecondaConvocazione(Seduta seduta) {
    return seduta.convocazione() == 2
        ? seduta.ordineDelGiorno()
        : "%s\n\nSe mancherà il numero legale, la seconda convocazione è il %s."
            .formatted(
                seduta.ordineDelGiorno(),
                GIORNO_E_ORA.format(secondaConvocazione(seduta.id()).inizio()));
  }

  private void registraPresenze(Seduta seduta, Collection<Componente> componenti, Appello appello) {
    OffsetDateTime adesso = adesso();
    jdbcTemplate.batchUpdate(
        """
        insert into seduta_presenza
          (seduta_id, codice_istat, denominazione, popolazione, presente,
           uscito_prima_dello_schema, delegato, registrata)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        componenti.stream()
            .map(
                c ->
                    new Object[] {
                      seduta.id(),
                      c.codiceIstat(),
                      c.denominazione(),
                      c.popolazione(),
                      appello.presenti().contains(c.codiceIstat()),
                      appello.usciti().contains(c.codiceIstat()),
                      appello.delegati().get(c.codiceIstat()),
                      adesso
                    })
            .toList());
  }

  private Votazione vota(
      Seduta seduta,
      RegolamentoAssemblea regolamento,
      Map<String, Componente> componenti,
      Appello appello,
      Punto punto) {
    List<Componente> presenti = appello.presentiAl(punto).stream().map(componenti::get).toList();
    Quorum quorum =
        Quorum.di(
            regolamento.modoQuorum(),
            regolamento.quorum(seduta.convocazione()),
            componenti.values(),
            presenti);
    Map<Componente, Voto> voti =
        quorum.raggiunto()
            ? presenti.stream()
                .collect(
                    Collectors.toMap(
                        Function.identity(), c -> appello.votoDi(c.codiceIstat(), punto)))
            : Map.of();
    Scrutinio scrutinio = Scrutinio.di(regolamento.modoVoto(), componenti.values(), voti);
    Votazione votazione =
        new Votazione(
            seduta.id(),
            seduta.convocazione(),
            punto,
            quorum,
            scrutinio,
            quorum.raggiunto(),
            scrutinio.approvato(regolamento.maggioranza(punto), regolamento.astensioni()),
            ZonedDateTime.now(orologio));
    long id = inserisci(votazione);
    jdbcTemplate.batchUpdate(
        "insert into voto (votazione_id, codice_istat, voto, peso) values (?, ?, ?, ?)",
        voti.entrySet().stream()
            .map(
                v ->
                    new Object[] {
                      id,
                      v.getKey().codiceIstat(),
                      v.getValue().name(),
                      Scrutinio.peso(regolamento.modoVoto(), v.getKey())
                    })
            .toList());
    return votazione;
  }

  private long inserisci(Votazione votazione) {
    Quorum quorum = votazione.quorum();
    Scrutinio scrutinio = votazione.scrutinio();
    return inserisci(
        """
        insert into votazione
          (seduta_id, punto, modo_quorum, comuni, comuni_presenti, comuni_richiesti, popolazione,
           popolazione_presente, popolazione_richiesta, favorevoli, contrari, astenuti,
           voti_assemblea, valida, approvata, registrata)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        votazione.sedutaId(),
        votazione.punto().name(),
        quorum.modo().name(),
        quorum.comuni(),
        quorum.comuniPresenti(),
        quorum.comuniRichiesti(),
        quorum.popolazione(),
        quorum.popolazionePresente(),
        quorum.popolazioneRichiesta(),
        scrutinio.favorevoli(),
        scrutinio.contrari(),
        scrutinio.astenuti(),
        scrutinio.componenti(),
        votazione.valida(),
        votazione.approvata(),
        votazione.registrata().toOffsetDateTime());
  }

  /** The points validly voted in this attempt, and whether they were approved. */
  private Map<Punto, Boolean> valide(long approvazioneId) {
    Map<Punto, Boolean> valide = new EnumMap<>(Punto.class);
    votazioni(approvazioneId).stream()
        .filter(Votazione::valida)
        .forEach(v -> valide.put(v.punto(), v.approvata()));
    return valide;
  }

  private static EsitoSeduta esito(Map<Punto, Boolean> decisi) {
    boolean pianoRespinto = Boolean.FALSE.equals(decisi.get(Punto.PIANO));
    boolean tuttiDecisi = decisi.size() == Punto.values().length;
    return new EsitoSeduta(
        pianoRespinto || tuttiDecisi,
        tuttiDecisi && decisi.values().stream().allMatch(Boolean::booleanValue));
  }

  private boolean registrata(long sedutaId) {
    return jdbc.sql("select count(*) from seduta_presenza where seduta_id = ?")
            .param(sedutaId)
            .query(Long.class)
            .single()
        > 0;
  }

  private long pianoDi(long approvazioneId) {
    return jdbc.sql("select piano_id from approvazione_assemblea where id = ?")
        .param(approvazioneId)
        .query(Long.class)
        .single();
  }

  private RegolamentoAssemblea regolamentoDi(long id) {
    return jdbc.sql("select * from regolamento_assemblea where id = ?")
        .param(id)
        .query(Assemblea::regolamento)
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

  private static Seduta seduta(ResultSet riga, int numero) throws SQLException {
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
        riga.getLong("regolamento_id"));
  }

  private static Votazione votazione(ResultSet riga, int numero) throws SQLException {
    return new Votazione(
        riga.getLong("seduta_id"),
        riga.getInt("convocazione"),
        Punto.valueOf(riga.getString("punto")),
        new Quorum(
            ModoQuorum.valueOf(riga.getString("modo_quorum")),
            riga.getInt("comuni"),
            riga.getInt("comuni_presenti"),
            riga.getInt("comuni_richiesti"),
            riga.getLong("popolazione"),
            riga.getLong("popolazione_presente"),
            riga.getLong("popolazione_richiesta")),
        new Scrutinio(
            riga.getLong("favorevoli"),
            riga.getLong("contrari"),
            riga.getLong("astenuti"),
            riga.getLong("voti_assemblea")),
        riga.getBoolean("valida"),
        riga.getBoolean("approvata"),
        istante(riga, "registrata"));
  }

  private static RegolamentoAssemblea regolamento(ResultSet riga, int numero) throws SQLException {
    return new RegolamentoAssemblea(
        riga.getLong("id"),
        riga.getString("triennio"),
        riga.getString("codice_ats"),
        riga.getInt("versione"),
        riga.getObject("valido_dal", LocalDate.class),
        riga.getString("atto"),
        riga.getBoolean("segnaposto"),
        riga.getInt("giorni_preavviso"),
        riga.getInt("ore_urgenza"),
        ModoQuorum.valueOf(riga.getString("modo_quorum")),
        soglia(riga, "prima"),
        soglia(riga, "seconda"),
        ModoVoto.valueOf(riga.getString("modo_voto")),
        Maggioranza.valueOf(riga.getString("maggioranza_piano")),
        Maggioranza.valueOf(riga.getString("maggioranza_schema")),
        Astensioni.valueOf(riga.getString("astensioni")),
        riga.getString("fonte_popolazione"),
        riga.getInt("anno_popolazione"));
  }

  private static Soglia soglia(ResultSet riga, String convocazione) throws SQLException {
    return new Soglia(
        riga.getInt(convocazione + "_numeratore"),
        riga.getInt(convocazione + "_denominatore"),
        riga.getBoolean(convocazione + "_piu_uno"));
  }

  private static ZonedDateTime istante(ResultSet riga, String colonna) throws SQLException {
    return riga.getObject(colonna, OffsetDateTime.class).atZoneSameInstant(Termini.ROMA);
  }
}
