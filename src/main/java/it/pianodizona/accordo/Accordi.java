package it.pianodizona.accordo;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.accordo.firmadigitale.EsitoVerifica;
import it.pianodizona.anagrafica.Ambito;
import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.Asst;
import it.pianodizona.anagrafica.Ats;
import it.pianodizona.comune.Catena;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.comune.Termini;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.TipoDocumento;
import it.pianodizona.piano.MancatoAccordo;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.Proroghe;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.TermineProrogato;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
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

  /** Who left the Ambito and did not come back no longer counts. */
  static final String ATTUALE =
      """
       not exists (select 1 from accordo_variazione v
                    where v.sottoscrittore_id = s.id and v.tipo = 'USCITO'
                      and not exists (select 1 from accordo_variazione w
                                       where w.sottoscrittore_id = s.id and w.tipo = 'ENTRATO'
                                         and w.id > v.id))
      """;

  private static final String ORDINE =
      " order by case s.tipo when 'COMUNE' then 1 when 'ATS' then 2 else 3 end, s.posizione";

  /** Days before the deadline from which president and ATS are told who is missing. */
  private static final int GIORNI_DI_SEGNALAZIONE = 7;

  private static final String SENZA_RISPOSTA =
      " and not exists (select 1 from firma f where f.sottoscrittore_id = s.id)";

  private final JdbcClient jdbc;
  private final JdbcTemplate jdbcTemplate;
  private final Anagrafica anagrafica;
  private final Piani piani;
  private final Proroghe proroghe;
  private final Fascicolo fascicolo;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Accordi(
      JdbcClient jdbc,
      JdbcTemplate jdbcTemplate,
      Anagrafica anagrafica,
      Piani piani,
      Proroghe proroghe,
      Fascicolo fascicolo,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.jdbcTemplate = jdbcTemplate;
    this.anagrafica = anagrafica;
    this.piani = piani;
    this.proroghe = proroghe;
    this.fascicolo = fascicolo;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /**
   * Opens an attempt: the bodies that must sign are fixed as of today and each is asked.
   *
   * @param testoId the text they sign
   * @param entro regional deadline for the signatures
   */
  public AccordoDiProgramma apri(long pianoId, long testoId, ZonedDateTime entro) {
    long id =
        inserisci(
            """
            insert into accordo (piano_id, tentativo, entro, aperto, testo_id)
            select ?, coalesce(max(tentativo), 0) + 1, ?, ?, cast(? as bigint)
              from accordo where piano_id = ?
            """,
            pianoId,
            entro.toOffsetDateTime(),
            adesso(),
            testoId,
            pianoId);
    RiferimentoPiano piano = piani.riferimento(pianoId);
    aggiungi(id, 0, entiDi(piano.codiceAmbito()));
    richiedi(piano, id, firmatari(id), entro);
    return accordo(id);
  }

  /**
   * The signatories follow the Ambito: Comuni that joined it are asked to sign, those that left no
   * longer count. What the others answered stays.
   *
   * @param atto the act behind the change
   * @return who came and who went
   * @throws DatoNonValido when nothing changed, the act is in the future, or the collection is over
   */
  public Variazione ricalcola(long accordoId, String atto, LocalDate dataAtto, String chi) {
    Rifiuto.obbligatorio("Atto", atto);
    Rifiuto.obbligatorio("Data dell'atto", dataAtto);
    if (dataAtto.isAfter(LocalDate.now(orologio))) {
      throw new DatoNonValido("Data dell'atto", GIORNO.format(dataAtto), "un giorno fino a oggi");
    }
    // one change at a time, each seeing the one before
    jdbc.sql("select id from accordo where id = ? for update")
        .param(accordoId)
        .query(Long.class)
        .single();
    AccordoDiProgramma accordo = accordo(accordoId);
    if (rifiutato(accordoId) || firmatoDaTutti(accordoId)) {
      throw DatoNonValido.regola(
          "Sottoscrittori",
          "la raccolta delle firme è conclusa: i sottoscrittori non cambiano più.");
    }
    RiferimentoPiano piano = piani.riferimento(accordo.pianoId());
    List<Ente> attesi = entiDi(piano.codiceAmbito());
    List<Sottoscrittore> presenti = firmatari(accordoId);
    Map<String, Sottoscrittore> noti =
        jdbc
            .sql(SOTTOSCRITTORI + " where s.accordo_id = ?")
            .param(accordoId)
            .query(Accordi::sottoscrittore)
            .list()
            .stream()
            .collect(Collectors.toMap(Accordi::chiave, Function.identity()));
    Set<String> chiaviAttese = attesi.stream().map(Ente::chiave).collect(Collectors.toSet());
    Set<String> chiaviPresenti = presenti.stream().map(Accordi::chiave).collect(Collectors.toSet());
    List<Sottoscrittore> usciti =
        presenti.stream().filter(s -> !chiaviAttese.contains(chiave(s))).toList();
    List<Ente> entranti =
        attesi.stream().filter(e -> !chiaviPresenti.contains(e.chiave())).toList();
    if (usciti.isEmpty() && entranti.isEmpty()) {
      throw DatoNonValido.regola(
          "Sottoscrittori",
          "corrispondono già agli enti dell'Ambito di oggi: non c'è nulla da variare.");
    }
    aggiungi(
        accordoId,
        noti.size(),
        entranti.stream().filter(e -> !noti.containsKey(e.chiave())).toList());
    Set<String> chiaviEntranti = entranti.stream().map(Ente::chiave).collect(Collectors.toSet());
    List<Sottoscrittore> entrati =
        jdbc
            .sql(SOTTOSCRITTORI + " where s.accordo_id = ?" + ORDINE)
            .param(accordoId)
            .query(Accordi::sottoscrittore)
            .list()
            .stream()
            .filter(s -> chiaviEntranti.contains(chiave(s)))
            .toList();
    var variazioni = new ArrayList<Object[]>();
    entrati.forEach(s -> variazioni.add(variazione(s, "ENTRATO", atto, dataAtto, chi)));
    usciti.forEach(s -> variazioni.add(variazione(s, "USCITO", atto, dataAtto, chi)));
    jdbcTemplate.batchUpdate(
        """
        insert into accordo_variazione
          (sottoscrittore_id, tipo, atto, data_atto, registrata, registrata_da)
        values (?, ?, ?, ?, ?, ?)
        """,
        variazioni);
    Set<Long> daFirmare =
        mancanti(accordoId).stream().map(Sottoscrittore::firmaId).collect(Collectors.toSet());
    var esito =
        new Variazione(
            entrati.stream().filter(s -> daFirmare.contains(s.firmaId())).toList(), usciti);
    richiedi(piano, accordoId, esito.entrati(), accordo.entro());
    eventi.publishEvent(new SottoscrittoriVariati(piano, accordoId, esito));
    return esito;
  }

  /** Bodies that now must sign and bodies that no longer do. */
  public record Variazione(List<Sottoscrittore> entrati, List<Sottoscrittore> usciti) {}

  private void richiedi(
      RiferimentoPiano piano, long accordoId, List<Sottoscrittore> enti, ZonedDateTime entro) {
    for (Sottoscrittore ente : enti) {
      eventi.publishEvent(
          new FirmaRichiesta(
              piano,
              accordoId,
              ente.firmaId(),
              new Destinatario(ente.nome(), ente.email()),
              entro));
    }
  }

  /** The term of the open attempt follows the proroga of its plan. */
  @EventListener
  public void segui(TermineProrogato evento) {
    inCorso(evento.piano().pianoId())
        .ifPresent(
            accordo ->
                jdbc.sql(
                        """
                        insert into accordo_proroga (accordo_id, proroga_id, entro, registrata)
                        values (?, ?, ?, ?)
                        """)
                    .params(
                        accordo.id(),
                        evento.proroga().id(),
                        evento.dopo().toOffsetDateTime(),
                        adesso())
                    .update());
  }

  /** The last attempt of a plan, unless a refusal ended it; empty before the first. */
  @Transactional(readOnly = true)
  public Optional<AccordoDiProgramma> inCorso(long pianoId) {
    return ultimo(pianoId).filter(accordo -> !rifiutato(accordo.id()));
  }

  /** The last attempt of a plan, however it went; empty before the first. */
  @Transactional(readOnly = true)
  public Optional<AccordoDiProgramma> ultimo(long pianoId) {
    return jdbc.sql(
            """
            select id from accordo where piano_id = ? order by tentativo desc
             fetch first 1 row only
            """)
        .param(pianoId)
        .query(Long.class)
        .optional()
        .map(this::accordo);
  }

  @Transactional(readOnly = true)
  public AccordoDiProgramma accordo(long accordoId) {
    return jdbc.sql(
            """
            select a.id, a.piano_id, a.tentativo, a.aperto, a.testo_id,
                   coalesce((select p.entro from accordo_proroga p where p.accordo_id = a.id
                              order by p.proroga_id desc fetch first 1 row only), a.entro) entro
              from accordo a where a.id = ?
            """)
        .param(accordoId)
        .query(
            (riga, numero) ->
                new AccordoDiProgramma(
                    riga.getLong("id"),
                    riga.getLong("piano_id"),
                    riga.getInt("tentativo"),
                    istante(riga, "entro"),
                    istante(riga, "aperto"),
                    riga.getObject("testo_id", Long.class)))
        .optional()
        .orElseThrow(
            () -> new DatoNonValido("Accordo di Programma", accordoId, "un accordo aperto"));
  }

  /** All the bodies that must sign: the Comuni by name, then the ATS and the ASST. */
  @Transactional(readOnly = true)
  public List<Sottoscrittore> firmatari(long accordoId) {
    return jdbc.sql(SOTTOSCRITTORI + " where s.accordo_id = ? and " + ATTUALE + ORDINE)
        .param(accordoId)
        .query(Accordi::sottoscrittore)
        .list();
  }

  /** A body that must sign. */
  @Transactional(readOnly = true)
  public Sottoscrittore sottoscrittore(long firmaId) {
    return jdbc.sql(SOTTOSCRITTORI + " where s.id = ?")
        .param(firmaId)
        .query(Accordi::sottoscrittore)
        .optional()
        .orElseThrow(() -> new DatoNonValido("Firma", firmaId, "una firma richiesta"));
  }

  /** The bodies that have neither signed nor refused yet. */
  @Transactional(readOnly = true)
  public List<Sottoscrittore> mancanti(long accordoId) {
    return jdbc.sql(
            SOTTOSCRITTORI + " where s.accordo_id = ? and " + ATTUALE + SENZA_RISPOSTA + ORDINE)
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
                   f.motivo, f.registrata, v.esito as verifica, f.motivo_senza_prova
              from firma f join accordo_sottoscrittore s on s.id = f.sottoscrittore_id
              left join verifica_firma v on v.id = f.verifica_id
             where s.accordo_id = ? and
            """
                + ATTUALE
                + ORDINE)
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
                    istante(riga, "registrata"),
                    riga.getString("verifica") == null
                        ? null
                        : EsitoVerifica.valueOf(riga.getString("verifica")),
                    riga.getString("motivo_senza_prova")))
        .list();
  }

  /**
   * Records the signature of one body.
   *
   * @param firmaId the place of the body among the signatures
   * @throws DatoNonValido when the body answered already, the date is impossible, the last signed
   *     file is doubtful and nobody confirmed it, or there is neither a signed file nor a reason
   */
  public void firma(long firmaId, AttoDiFirma atto) {
    Optional<FileFirmato> prova = ultimoFile(firmaId);
    prova
        .filter(file -> file.esito().dubbio() && !file.confermato())
        .ifPresent(
            file -> {
              throw DatoNonValido.regola(
                  "File firmato",
                  "%s: prima di registrare la firma occorre confermarlo, con il motivo, nella pagina delle firme."
                      .formatted(file.esito().descrizione().toLowerCase(Locale.ITALIAN)));
            });
    if (prova.isEmpty() && atto.motivoSenzaProva() == null) {
      throw DatoNonValido.regola(
          "Perché si registra la firma senza il file firmato",
          "il file firmato non è stato caricato: caricarlo dalla pagina delle firme, o scrivere qui il motivo.");
    }
    rispondi(
        firmaId,
        Esito.FIRMATA,
        "Data della firma",
        atto.persona(),
        atto.ruolo(),
        atto.atto(),
        atto.dataAtto(),
        atto.data(),
        null,
        prova.map(FileFirmato::verificaId).orElse(null),
        prova.isEmpty() ? atto.motivoSenzaProva() : null);
  }

  private record FileFirmato(long verificaId, EsitoVerifica esito, boolean confermato) {}

  /** The last file that was kept; those that were refused do not count. */
  private Optional<FileFirmato> ultimoFile(long firmaId) {
    return jdbc.sql(
            """
            select v.id, v.esito, c.verifica_id as confermata
              from verifica_firma v left join conferma_verifica c on c.verifica_id = v.id
             where v.sottoscrittore_id = ? and v.documento_id is not null
             order by v.id desc fetch first 1 row only
            """)
        .param(firmaId)
        .query(
            (riga, numero) ->
                new FileFirmato(
                    riga.getLong("id"),
                    EsitoVerifica.valueOf(riga.getString("esito")),
                    riga.getObject("confermata") != null))
        .optional();
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
            rifiuto.motivo(),
            null,
            null);
    eventi.publishEvent(
        new FirmaRifiutata(
            piani.riferimento(accordo(ente.accordoId()).pianoId()),
            firmaId,
            ente.nome(),
            rifiuto.motivo()));
  }

  /** Has the Assemblea know who refused to sign and why. */
  public void informaAssemblea(long accordoId) {
    long pianoId = accordo(accordoId).pianoId();
    firme(accordoId).stream()
        .filter(firma -> firma.esito() == Esito.RIFIUTATA)
        .forEach(
            firma ->
                proroghe.registraMancato(
                    pianoId, new MancatoAccordo(firma.ente(), firma.motivo(), firma.data())));
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
            mancanti.stream().map(ente -> new Destinatario(ente.nome(), ente.email())).toList(),
            dovuto.get() <= GIORNI_DI_SEGNALAZIONE));
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
    jdbcTemplate.batchUpdate(
        """
        insert into accordo_documento_trasmesso (accordo_id, documento_id, sha256)
        values (?, ?, ?)
        """,
        documentiDaTrasmettere(accordoId).stream()
            .map(d -> new Object[] {accordoId, d.id(), d.sha256()})
            .toList());
  }

  /**
   * What goes to the Region with the Accordo: the last Documento di Piano, the delibere, the text
   * of the Accordo and the files the bodies signed, each with its hash.
   */
  @Transactional(readOnly = true)
  public List<Documento> documentiDaTrasmettere(long accordoId) {
    AccordoDiProgramma accordo = accordo(accordoId);
    Set<Long> delTentativo =
        Set.copyOf(
            jdbc.sql(
                    """
                    select v.documento_id from firma f
                      join verifica_firma v on v.id = f.verifica_id
                      join accordo_sottoscrittore s on s.id = f.sottoscrittore_id
                     where s.accordo_id = ?
                    union
                    select t.documento_id from accordo a
                      join testo_accordo_depositato t on t.testo_id = a.testo_id
                     where a.id = ?
                    """)
                .params(accordoId, accordoId)
                .query(Long.class)
                .list());
    List<Documento> tutti = fascicolo.delPiano(accordo.pianoId());
    Optional<Documento> documentoDiPiano =
        tutti.stream()
            .filter(d -> d.tipo() == TipoDocumento.DOCUMENTO_DI_PIANO)
            .reduce((prima, dopo) -> dopo);
    return tutti.stream()
        .filter(
            d ->
                delTentativo.contains(d.id())
                    || d.tipo() == TipoDocumento.DELIBERA
                    || documentoDiPiano.filter(d::equals).isPresent())
        .toList();
  }

  /** The transmission of an Accordo; empty before it. */
  @Transactional(readOnly = true)
  public Optional<Trasmissione> trasmissione(long accordoId) {
    return jdbc.sql(
            """
            select t.data, t.protocollo,
                   (select count(*) from accordo_documento_trasmesso d
                     where d.accordo_id = t.accordo_id) as documenti,
                   r.data as data_ricevuta, r.protocollo as protocollo_ricevuta
              from accordo_trasmissione t
              left join accordo_ricevuta r on r.accordo_id = t.accordo_id
             where t.accordo_id = ?
            """)
        .param(accordoId)
        .query(Trasmissione.class)
        .optional();
  }

  /**
   * Records that the Region received Piano and Accordo.
   *
   * @throws DatoNonValido when nothing was transmitted, the date is before the transmission or in
   *     the future, or the receipt is there already
   */
  public void registraRicevuta(long accordoId, LocalDate data, String protocollo, String chi) {
    Trasmissione trasmissione =
        trasmissione(accordoId)
            .orElseThrow(
                () ->
                    DatoNonValido.regola(
                        "Accordo di Programma", "non è ancora stato trasmesso alla Regione."));
    traDataEOggi("Data della ricevuta", data, trasmissione.data(), "giorno della trasmissione");
    unaVoltaSola(
        () ->
            inserisci(
                """
                insert into accordo_ricevuta
                  (accordo_id, data, protocollo, registrata, registrata_da)
                values (?, ?, ?, ?, ?)
                """,
                accordoId,
                data,
                protocollo,
                adesso(),
                chi),
        "la ricevuta della Regione è già agli atti.");
  }

  /** Reminds ATS and Region that the receipt is missing. */
  public void sollecitaRicevuta(long accordoId) {
    trasmissione(accordoId)
        .filter(trasmissione -> trasmissione.dataRicevuta() == null)
        .ifPresent(
            trasmissione ->
                eventi.publishEvent(
                    new RicevutaMancante(
                        piani.riferimento(accordo(accordoId).pianoId()),
                        accordoId,
                        trasmissione,
                        LocalDate.now(orologio))));
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

  private record Ente(TipoSottoscrittore tipo, String codice, String nome, String email) {
    String chiave() {
      return tipo + ":" + codice;
    }
  }

  private static String chiave(Sottoscrittore ente) {
    return ente.tipo() + ":" + ente.codiceEnte();
  }

  /** Every Comune of the Ambito today, its ATS, each of its ASST. */
  private List<Ente> entiDi(String codiceAmbito) {
    Ambito ambito = anagrafica.ambito(codiceAmbito);
    var enti = new ArrayList<Ente>();
    anagrafica
        .comuniDi(codiceAmbito, LocalDate.now(orologio))
        .forEach(
            c ->
                enti.add(
                    ente(
                        TipoSottoscrittore.COMUNE, c.codiceIstat(), c.denominazione(), c.email())));
    Ats ats = anagrafica.ats(ambito.codiceAts());
    enti.add(ente(TipoSottoscrittore.ATS, ats.codice(), ats.denominazione(), ats.email()));
    for (String codice : ambito.codiciAsst()) {
      Asst asst = anagrafica.asst(codice);
      enti.add(ente(TipoSottoscrittore.ASST, asst.codice(), asst.denominazione(), asst.email()));
    }
    return enti;
  }

  private static Ente ente(
      TipoSottoscrittore tipo, String codice, String denominazione, String email) {
    return new Ente(tipo, codice, tipo.nomeDi(denominazione), email);
  }

  private void aggiungi(long accordoId, int posizione, List<Ente> enti) {
    var righe = new ArrayList<Object[]>();
    for (Ente ente : enti) {
      righe.add(
          new Object[] {
            accordoId,
            posizione + righe.size(),
            ente.tipo().name(),
            ente.codice(),
            ente.nome(),
            ente.email()
          });
    }
    jdbcTemplate.batchUpdate(
        """
        insert into accordo_sottoscrittore (accordo_id, posizione, tipo, codice_ente, nome, email)
        values (?, ?, ?, ?, ?, ?)
        """,
        righe);
  }

  private Object[] variazione(
      Sottoscrittore ente, String tipo, String atto, LocalDate dataAtto, String chi) {
    return new Object[] {ente.firmaId(), tipo, atto, dataAtto, adesso(), chi};
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
      String motivo,
      Long verificaId,
      String motivoSenzaProva) {
    Sottoscrittore ente = sottoscrittore(firmaId);
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
                   registrata, verifica_id, motivo_senza_prova)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                firmaId,
                esito.name(),
                persona,
                ruolo,
                atto,
                dataAtto,
                data,
                motivo,
                Catena.conservabile(adesso()),
                verificaId,
                motivoSenzaProva),
        "%s ha già risposto.".formatted(ente.nome()));
    return ente;
  }

  private void traDataEOggi(String campo, LocalDate data, LocalDate da, String perche) {
    LocalDate oggi = LocalDate.now(orologio);
    if (data.isBefore(da) || data.isAfter(oggi)) {
      throw new DatoNonValido(
          campo,
          GIORNO.format(data),
          "una data non prima di %s, %s, e non dopo oggi %s"
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
             where s.accordo_id = ? and f.esito = ? and
            """
                + ATTUALE)
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
