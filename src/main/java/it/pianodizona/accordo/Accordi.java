package it.pianodizona.accordo;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.anagrafica.Ambito;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.Asst;
import it.pianodizona.anagrafica.Ats;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.comune.Termini;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.RiferimentoPiano;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The Accordi di Programma: asks every Comune of the Ambito, its ATS and its ASST for the
 * signature, keeps what each answered, reminds those who have not, records the approval and the
 * transmission (art. 34 TUEL; art. 18 l.r. Lombardia 3/2008).
 *
 * <p>Answers are never changed. Many bodies may answer at the same moment: each writes its own row.
 */
@Service
@Transactional
public class Accordi {

  private static final String SOTTOSCRITTORI =
      """
      select s.id, s.accordo_id, s.tipo, s.codice_ente, s.nome, s.email
        from accordo_sottoscrittore s
      """;
  private static final String SENZA_RISPOSTA =
      " and not exists (select 1 from firma f where f.sottoscrittore_id = s.id)";

  private final JdbcClient jdbc;
  private final JdbcTemplate jdbcTemplate;
  private final Anagrafica anagrafica;
  private final Piani piani;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Accordi(
      JdbcClient jdbc,
      JdbcTemplate jdbcTemplate,
      Anagrafica anagrafica,
      Piani piani,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.jdbcTemplate = jdbcTemplate;
    this.anagrafica = anagrafica;
    this.piani = piani;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /**
   * Opens an attempt: the bodies that must sign are fixed as of today and each is asked.
   *
   * @param entro regional deadline for the signatures
   */
  public AccordoDiProgramma apri(long pianoId, ZonedDateTime entro) {
    long id =
        inserisci(
            """
            insert into accordo (piano_id, tentativo, entro, aperto)
            select ?, coalesce(max(tentativo), 0) + 1, ?, ? from accordo where piano_id = ?
            """,
            pianoId,
            entro.toOffsetDateTime(),
            adesso(),
            pianoId);
    RiferimentoPiano piano = piani.riferimento(pianoId);
    List<Object[]> enti = entiDi(id, piano.codiceAmbito());
    jdbcTemplate.batchUpdate(
        """
        insert into accordo_sottoscrittore (accordo_id, posizione, tipo, codice_ente, nome, email)
        values (?, ?, ?, ?, ?, ?)
        """,
        enti);
    for (Sottoscrittore ente : firmatari(id)) {
      eventi.publishEvent(
          new FirmaRichiesta(
              piano, id, ente.firmaId(), new Destinatario(ente.nome(), ente.email()), entro));
    }
    return accordo(id);
  }

  @Transactional(readOnly = true)
  public AccordoDiProgramma accordo(long accordoId) {
    return jdbc.sql("select id, piano_id, tentativo, entro, aperto from accordo where id = ?")
        .param(accordoId)
        .query(
            (riga, numero) ->
                new AccordoDiProgramma(
                    riga.getLong("id"),
                    riga.getLong("piano_id"),
                    riga.getInt("tentativo"),
                    istante(riga, "entro"),
                    istante(riga, "aperto")))
        .optional()
        .orElseThrow(
            () -> new DatoNonValido("Accordo di Programma", accordoId, "un accordo aperto"));
  }

  /** All the bodies that must sign: the Comuni by name, then the ATS and the ASST. */
  @Transactional(readOnly = true)
  public List<Sottoscrittore> firmatari(long accordoId) {
    return jdbc.sql(SOTTOSCRITTORI + " where s.accordo_id = ? order by s.posizione")
        .param(accordoId)
        .query(Accordi::sottoscrittore)
        .list();
  }

  /** The bodies that have neither signed nor refused yet. */
  @Transactional(readOnly = true)
  public List<Sottoscrittore> mancanti(long accordoId) {
    return jdbc.sql(
            SOTTOSCRITTORI + " where s.accordo_id = ?" + SENZA_RISPOSTA + " order by s.posizione")
        .param(accordoId)
        .query(Accordi::sottoscrittore)
        .list();
  }

  /** What the bodies answered so far, in the order of {@link #firmatari}. */
  @Transactional(readOnly = true)
  public List<Firma> firme(long accordoId) {
    return jdbc.sql(
            """
            select s.id, s.nome, f.esito, f.persona, f.ruolo, f.atto, f.data_atto, f.data,
                   f.motivo, f.registrata
              from firma f join accordo_sottoscrittore s on s.id = f.sottoscrittore_id
             where s.accordo_id = ? order by s.posizione
            """)
        .param(accordoId)
        .query(
            (riga, numero) ->
                new Firma(
                    riga.getLong("id"),
                    riga.getString("nome"),
                    Esito.valueOf(riga.getString("esito")),
                    riga.getString("persona"),
                    riga.getString("ruolo"),
                    riga.getString("atto"),
                    riga.getObject("data_atto", LocalDate.class),
                    riga.getObject("data", LocalDate.class),
                    riga.getString("motivo"),
                    istante(riga, "registrata")))
        .list();
  }

  /**
   * Records the signature of one body.
   *
   * @param firmaId the place of the body among the signatures
   * @throws DatoNonValido when the body answered already or the date is impossible
   */
  public void firma(long firmaId, AttoDiFirma atto) {
    rispondi(
        firmaId,
        Esito.FIRMATA,
        "Data della firma",
        atto.persona(),
        atto.ruolo(),
        atto.atto(),
        atto.dataAtto(),
        atto.data(),
        null);
  }

  /**
   * Records that one body refuses to sign, which ends the attempt.
   *
   * @param firmaId the place of the body among the signatures
   * @throws DatoNonValido when the body answered already or the date is impossible
   */
  public void rifiuta(long firmaId, Rifiuto rifiuto) {
    var ente =
        rispondi(
            firmaId,
            Esito.RIFIUTATA,
            "Data del rifiuto",
            rifiuto.persona(),
            rifiuto.ruolo(),
            null,
            null,
            rifiuto.data(),
            rifiuto.motivo());
    eventi.publishEvent(
        new FirmaRifiutata(
            piani.riferimento(accordo(ente.accordoId()).pianoId()),
            firmaId,
            ente.nome(),
            rifiuto.motivo()));
  }

  /** True when some body refused. */
  @Transactional(readOnly = true)
  public boolean rifiutato(long accordoId) {
    return risposte(accordoId, Esito.RIFIUTATA) > 0;
  }

  /** True when every body signed. */
  @Transactional(readOnly = true)
  public boolean firmatoDaTutti(long accordoId) {
    return mancanti(accordoId).isEmpty() && !rifiutato(accordoId);
  }

  /**
   * Reminds the bodies that are still missing, when one of {@link
   * AccordoDiProgramma#GIORNI_DI_SOLLECITO} is due. A reminder whose moment passed before the
   * signatures were asked for is skipped, and none is sent twice.
   */
  public void sollecita(long accordoId) {
    AccordoDiProgramma accordo = accordo(accordoId);
    ZonedDateTime adesso = ZonedDateTime.now(orologio);
    Optional<Integer> dovuto =
        AccordoDiProgramma.GIORNI_DI_SOLLECITO.stream()
            .filter(
                giorni -> {
                  ZonedDateTime momento = AccordoDiProgramma.sollecito(accordo.entro(), giorni);
                  return momento.isAfter(accordo.aperto()) && !momento.isAfter(adesso);
                })
            .min(Integer::compare);
    List<Sottoscrittore> mancanti = mancanti(accordoId);
    if (dovuto.isEmpty() || mancanti.isEmpty() || sollecitato(accordoId, dovuto.get())) {
      return;
    }
    inserisci(
        "insert into accordo_sollecito (accordo_id, giorni, inviato) values (?, ?, ?)",
        accordoId,
        dovuto.get(),
        adesso());
    eventi.publishEvent(
        new FirmaSollecitata(
            piani.riferimento(accordo.pianoId()),
            accordoId,
            accordo.entro(),
            dovuto.get(),
            mancanti.stream().map(ente -> new Destinatario(ente.nome(), ente.email())).toList()));
  }

  /** Tells those concerned that the deadline passed and who is missing; signing goes on. */
  public void segnalaRitardo(long accordoId) {
    AccordoDiProgramma accordo = accordo(accordoId);
    eventi.publishEvent(
        new TermineAccordoScaduto(
            piani.riferimento(accordo.pianoId()),
            accordoId,
            accordo.entro(),
            mancanti(accordoId).stream().map(Sottoscrittore::nome).toList()));
  }

  /**
   * Records the act that formally approves the signed Accordo (art. 34, fourth paragraph, TUEL).
   *
   * @param burl where it is published; {@code null} when not yet
   * @throws DatoNonValido when somebody has not signed, the date is before the last signature or in
   *     the future, or it is approved already
   */
  public void approva(long accordoId, String atto, LocalDate data, String burl) {
    if (!firmatoDaTutti(accordoId)) {
      throw DatoNonValido.regola("Accordo di Programma", "non è firmato da tutti gli enti.");
    }
    LocalDate ultimaFirma =
        firme(accordoId).stream().map(Firma::data).max(LocalDate::compareTo).orElseThrow();
    traDataEOggi("Data dell'atto", data, ultimaFirma, "giorno dell'ultima firma");
    unaVoltaSola(
        () ->
            inserisci(
                """
                insert into accordo_approvazione (accordo_id, atto, data, burl, registrata)
                values (?, ?, ?, ?, ?)
                """,
                accordoId,
                atto,
                data,
                burl,
                adesso()),
        "l'atto di approvazione è già agli atti.");
  }

  /**
   * Records that the ATS sent plan and Accordo to the Region (S3 §8.1).
   *
   * @param protocollo protocol number of the ATS
   * @throws DatoNonValido when it is not approved, the date is before the approval or in the
   *     future, or it is transmitted already
   */
  public void trasmetti(long accordoId, LocalDate data, String protocollo) {
    LocalDate approvazione =
        jdbc.sql("select data from accordo_approvazione where accordo_id = ?")
            .param(accordoId)
            .query(LocalDate.class)
            .optional()
            .orElseThrow(
                () ->
                    DatoNonValido.regola(
                        "Accordo di Programma", "manca l'atto che lo approva formalmente."));
    traDataEOggi("Data di trasmissione", data, approvazione, "giorno dell'atto di approvazione");
    unaVoltaSola(
        () ->
            inserisci(
                """
                insert into accordo_trasmissione (accordo_id, data, protocollo, registrata)
                values (?, ?, ?, ?)
                """,
                accordoId,
                data,
                protocollo,
                adesso()),
        "la trasmissione alla Regione è già agli atti.");
  }

  /**
   * The day on which the Accordo of a plan was complete: that of its last signature. Empty while
   * somebody is missing. The premialità of 2018-20 depends on it (DGR X/7631).
   */
  @Transactional(readOnly = true)
  public Optional<LocalDate> dataUltimaFirma(long pianoId) {
    return jdbc
        .sql("select id from accordo where piano_id = ? order by tentativo desc")
        .param(pianoId)
        .query(Long.class)
        .list()
        .stream()
        .findFirst()
        .filter(this::firmatoDaTutti)
        .flatMap(id -> firme(id).stream().map(Firma::data).max(LocalDate::compareTo));
  }

  /** True when the ATS sent plan and Accordo to the Region. */
  @Transactional(readOnly = true)
  public boolean trasmesso(long pianoId) {
    return jdbc.sql(
                """
                select count(*) from accordo_trasmissione t
                  join accordo a on a.id = t.accordo_id where a.piano_id = ?
                """)
            .param(pianoId)
            .query(Long.class)
            .single()
        > 0;
  }

  private List<Object[]> entiDi(long accordoId, String codiceAmbito) {
    Ambito ambito = anagrafica.ambito(codiceAmbito);
    var enti = new ArrayList<Object[]>();
    anagrafica
        .comuniDi(codiceAmbito, LocalDate.now(orologio))
        .forEach(
            c ->
                enti.add(
                    ente(
                        accordoId,
                        enti.size(),
                        TipoSottoscrittore.COMUNE,
                        c.codiceIstat(),
                        c.denominazione(),
                        c.email())));
    Ats ats = anagrafica.ats(ambito.codiceAts());
    enti.add(
        ente(
            accordoId,
            enti.size(),
            TipoSottoscrittore.ATS,
            ats.codice(),
            ats.denominazione(),
            ats.email()));
    for (String codice : ambito.codiciAsst()) {
      Asst asst = anagrafica.asst(codice);
      enti.add(
          ente(
              accordoId,
              enti.size(),
              TipoSottoscrittore.ASST,
              asst.codice(),
              asst.denominazione(),
              asst.email()));
    }
    return enti;
  }

  private static Object[] ente(
      long accordoId,
      int posizione,
      TipoSottoscrittore tipo,
      String codice,
      String denominazione,
      String email) {
    return new Object[] {
      accordoId, posizione, tipo.name(), codice, tipo.nomeDi(denominazione), email
    };
  }

  private Sottoscrittore rispondi(
      long firmaId,
      Esito esito,
      String campoData,
      String persona,
      String ruolo,
      String atto,
      LocalDate dataAtto,
      LocalDate data,
      String motivo) {
    Sottoscrittore ente =
        jdbc.sql(SOTTOSCRITTORI + " where s.id = ?")
            .param(firmaId)
            .query(Accordi::sottoscrittore)
            .optional()
            .orElseThrow(() -> new DatoNonValido("Firma", firmaId, "una firma richiesta"));
    traDataEOggi(
        campoData,
        data,
        accordo(ente.accordoId()).giornoDiApertura(),
        "giorno della richiesta di firma");
    unaVoltaSola(
        () ->
            inserisci(
                """
                insert into firma
                  (sottoscrittore_id, esito, persona, ruolo, atto, data_atto, data, motivo,
                   registrata)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                firmaId,
                esito.name(),
                persona,
                ruolo,
                atto,
                dataAtto,
                data,
                motivo,
                adesso()),
        "%s ha già risposto.".formatted(ente.nome()));
    return ente;
  }

  private void traDataEOggi(String campo, LocalDate data, LocalDate da, String perche) {
    LocalDate oggi = LocalDate.now(orologio);
    if (data.isBefore(da) || data.isAfter(oggi)) {
      throw new DatoNonValido(
          campo,
          GIORNO.format(data),
          "una data dal %s, %s, a oggi %s"
              .formatted(GIORNO.format(da), perche, GIORNO.format(oggi)));
    }
  }

  private static void unaVoltaSola(Runnable scrittura, String messaggio) {
    try {
      scrittura.run();
    } catch (DuplicateKeyException e) {
      throw DatoNonValido.regola("Accordo di Programma", messaggio);
    }
  }

  private boolean sollecitato(long accordoId, int giorni) {
    return jdbc.sql("select count(*) from accordo_sollecito where accordo_id = ? and giorni = ?")
            .params(accordoId, giorni)
            .query(Long.class)
            .single()
        > 0;
  }

  private long risposte(long accordoId, Esito esito) {
    return jdbc.sql(
            """
            select count(*) from firma f
              join accordo_sottoscrittore s on s.id = f.sottoscrittore_id
             where s.accordo_id = ? and f.esito = ?
            """)
        .params(accordoId, esito.name())
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

  private static Sottoscrittore sottoscrittore(ResultSet riga, int numero) throws SQLException {
    return new Sottoscrittore(
        riga.getLong("id"),
        riga.getLong("accordo_id"),
        TipoSottoscrittore.valueOf(riga.getString("tipo")),
        riga.getString("codice_ente"),
        riga.getString("nome"),
        riga.getString("email"));
  }

  private static ZonedDateTime istante(ResultSet riga, String colonna) throws SQLException {
    return riga.getObject(colonna, OffsetDateTime.class).atZoneSameInstant(Termini.ROMA);
  }
}
