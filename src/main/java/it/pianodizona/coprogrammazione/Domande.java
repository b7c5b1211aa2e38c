package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termine;
import it.pianodizona.comune.Termini;
import it.pianodizona.fascicolo.Protocollo;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Scadenze;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Domande di partecipazione, from their registration to their outcome. */
@Service
@Transactional
public class Domande {

  /** Author of what the applicant does without a login. */
  static final String RICHIEDENTE = "richiedente";

  private static final String CAMPO = "Domanda";
  private static final String RISERVA =
      "Istruttoria ancora in corso: ammissione con riserva di verifica.";
  private static final String NORMA_RISERVA = "art. 55 d.lgs. 117/2017";
  private static final int BYTE_TOKEN = 24;
  private static final String SELEZIONE =
      """
      select d.*, a.numero as numero_avviso, a.piano_id, a.codice_ambito, p.triennio,
        (select string_agg(x.area, ',' order by x.area) from domanda_area x
         where x.domanda_id = d.id) as aree
      from domanda d
      join avviso a on a.id = d.avviso_id
      join piano p on p.id = a.piano_id
      """;

  private final JdbcClient jdbc;
  private final Avvisi avvisi;
  private final Scadenze scadenze;
  private final Protocollo protocollo;
  private final CoProgrammazioneProperties parametri;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;
  private final SecureRandom caso = new SecureRandom();

  Domande(
      JdbcClient jdbc,
      Avvisi avvisi,
      Scadenze scadenze,
      Protocollo protocollo,
      CoProgrammazioneProperties parametri,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.avvisi = avvisi;
    this.scadenze = scadenze;
    this.protocollo = protocollo;
    this.parametri = parametri;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /**
   * Registers a domanda that arrives now and starts its procedure. A late one is kept and marked.
   *
   * @throws DatoNonValido when the notice is not on line, an area is not one of its areas, or the
   *     body already has a domanda on it (the message names its protocol number)
   */
  public RicevutaDomanda presenta(ComandoDomanda comando) {
    var ricevuta = registra(comando, ZonedDateTime.now(orologio), RICHIEDENTE);
    var domanda = domanda(ricevuta.domandaId());
    eventi.publishEvent(
        new DomandaDaIstruire(
            domanda.piano(), domanda.avvisoId(), domanda.id(), domanda.protocollo()));
    return ricevuta;
  }

  /**
   * Registers a domanda that reached the office by another channel, without starting its procedure:
   * the office's own form does.
   *
   * @param arrivo when it arrived, which decides whether it is late
   * @throws DatoNonValido as {@link #presenta}, or when the arrival is in the future or before the
   *     publication
   */
  public RicevutaDomanda registra(ComandoDomanda comando, ZonedDateTime arrivo, String chi) {
    var avviso = avvisoPerDomande(comando.numeroAvviso());
    var dati = comando.dati();
    var ricevuta = arrivo.withZoneSameInstant(Termini.ROMA).truncatedTo(ChronoUnit.SECONDS);
    verificaArrivo(avviso, ricevuta);
    for (var area : dati.aree()) {
      if (!avviso.contenuto().codiciAree().contains(area)) {
        throw new DatoNonValido("Aree", area, String.join(", ", avviso.contenuto().codiciAree()));
      }
    }
    precedente(avviso.id(), dati.codiceFiscale())
        .ifPresent(
            prima -> {
              throw doppia(dati, prima);
            });
    var numero =
        protocollo
            .registra(
                avviso.piano().codiceAmbito(),
                Protocollo.Verso.ENTRATA,
                "Domanda di partecipazione all'avviso " + avviso.numero())
            .toString();
    var token = nuovoToken();
    boolean tardiva = avviso.tardiva(ricevuta);
    long id = inserisci(avviso, comando, ricevuta, tardiva, numero, token);
    for (var area : dati.aree()) {
      jdbc.sql("insert into domanda_area (domanda_id, area) values (?, ?)")
          .params(id, area)
          .update();
    }
    annota(id, FattoDomanda.REGISTRATA, null, null, chi);
    eventi.publishEvent(
        new DomandaRegistrata(
            avviso.piano(),
            id,
            dati.denominazione(),
            dati.email(),
            numero,
            ricevuta,
            tardiva,
            nomi(avviso, dati.aree()),
            token));
    return new RicevutaDomanda(id, numero, token, ricevuta, tardiva);
  }

  /** By when the procedure on a domanda should end (art. 2 l. 241/1990); recorded on the plan. */
  public ZonedDateTime termineProcedimento(long domandaId) {
    var domanda = domanda(domandaId);
    return scadenze.registra(
        domanda.piano().pianoId(),
        "PROCEDIMENTO",
        riferimento(domandaId),
        Termini.aGiorni(
            domanda.ricevuta().toLocalDate(),
            parametri.procedimentoGiorni(),
            "art. 2 l. 241/1990"));
  }

  /** Tells the office that the term of the procedure passed; the procedure goes on. */
  public void segnalaTermineScaduto(long domandaId) {
    var domanda = domanda(domandaId);
    annota(domandaId, FattoDomanda.TERMINE_SCADUTO, null, null, "sistema");
    eventi.publishEvent(
        new TermineProcedimentoScaduto(
            domanda.piano(),
            domandaId,
            domanda.dati().denominazione(),
            Termini.aGiorni(
                    domanda.ricevuta().toLocalDate(),
                    parametri.procedimentoGiorni(),
                    "art. 2 l. 241/1990")
                .scadenza()));
  }

  /** Records the office's checks on a domanda. */
  public void istruisci(long domandaId, Istruttoria istruttoria, String chi) {
    var domanda = richiedi(domandaId, StatoDomanda.REGISTRATA);
    jdbc.sql(
            """
            insert into istruttoria (domanda_id, tempestiva, canale_ammesso, firmata,
              requisiti_provati, categoria_ammessa, esito, motivi, chi, quando)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            domandaId,
            !domanda.tardiva(),
            istruttoria.canaleAmmesso(),
            istruttoria.firmata(),
            istruttoria.requisitiProvati(),
            istruttoria.categoriaAmmessa(),
            istruttoria.esito().name(),
            istruttoria.motivi(),
            chi,
            adesso())
        .update();
    annota(domandaId, FattoDomanda.ISTRUITA, istruttoria.motivi(), null, chi);
    motiva(domandaId, istruttoria.motivi());
    if (istruttoria.esito() == EsitoIstruttoria.REGOLARE) {
      passa(domandaId, StatoDomanda.DA_DECIDERE, null);
    }
  }

  /**
   * Asks the applicant to complete the domanda (soccorso istruttorio, art. 6 l. 241/1990).
   *
   * @return until when
   */
  public ZonedDateTime richiediIntegrazione(long domandaId) {
    var domanda = domanda(domandaId);
    var termine =
        termine(
            domanda,
            "SOCCORSO",
            parametri.soccorsoGiorni(),
            "soccorso istruttorio, art. 6 l. 241/1990");
    passa(domandaId, StatoDomanda.INTEGRAZIONE_RICHIESTA, termine);
    annota(domandaId, FattoDomanda.INTEGRAZIONE_RICHIESTA, domanda.motivi(), null, "sistema");
    eventi.publishEvent(
        new IntegrazioneRichiesta(
            domanda.piano(),
            domandaId,
            domanda.dati().denominazione(),
            domanda.dati().email(),
            domanda.motivi(),
            termine,
            domanda.token()));
    return termine;
  }

  /**
   * The applicant completes the domanda.
   *
   * @throws DatoNonValido when nothing was asked, or the term has passed
   */
  public void integra(String token, String testo) {
    var domanda =
        inAttesa(token, StatoDomanda.INTEGRAZIONE_RICHIESTA, "Integrazione", "integrazioni");
    var pulito = Testi.obbligatorio("Integrazione", testo, 4000);
    passa(domanda.id(), StatoDomanda.INTEGRAZIONE_RICEVUTA, null);
    annota(domanda.id(), FattoDomanda.INTEGRAZIONE_RICEVUTA, pulito, null, RICHIEDENTE);
    eventi.publishEvent(new IntegrazioneRicevuta(domanda.piano(), domanda.id()));
  }

  /**
   * The office judges an integration.
   *
   * @param motivi why it is not enough; required then
   */
  public void esaminaIntegrazione(long domandaId, boolean sufficiente, String motivi, String chi) {
    richiedi(domandaId, StatoDomanda.INTEGRAZIONE_RICEVUTA);
    var testo =
        sufficiente
            ? Testi.facoltativo("Motivi", motivi, 4000)
            : Testi.obbligatorio("Motivi", motivi, 4000);
    annota(domandaId, FattoDomanda.INTEGRAZIONE_ESAMINATA, testo, null, chi);
    motiva(domandaId, testo);
    if (sufficiente) {
      passa(domandaId, StatoDomanda.DA_DECIDERE, null);
    }
  }

  /**
   * Tells the applicant the reasons against admission (art. 10-bis l. 241/1990).
   *
   * @return until when observations may come
   */
  public ZonedDateTime inviaPreavviso(long domandaId) {
    var domanda = domanda(domandaId);
    var motivi =
        domanda.stato() == StatoDomanda.INTEGRAZIONE_RICHIESTA
            ? "Integrazione non pervenuta entro il "
                + DateItaliane.italiana(domanda.termineRisposta())
                + ". Era stato chiesto: "
                + domanda.motivi()
            : domanda.motivi();
    var termine =
        termine(domanda, "PREAVVISO", parametri.preavvisoGiorni(), "art. 10-bis l. 241/1990");
    motiva(domandaId, motivi);
    passa(domandaId, StatoDomanda.PREAVVISO_INVIATO, termine);
    annota(domandaId, FattoDomanda.PREAVVISO_INVIATO, motivi, "art. 10-bis l. 241/1990", "sistema");
    eventi.publishEvent(
        new PreavvisoDiRigettoInviato(
            domanda.piano(),
            domandaId,
            domanda.dati().denominazione(),
            domanda.dati().email(),
            motivi,
            termine,
            domanda.token()));
    return termine;
  }

  /**
   * The applicant answers the preavviso di rigetto.
   *
   * @throws DatoNonValido when there is no preavviso, or the term has passed
   */
  public void osserva(String token, String testo) {
    var domanda = inAttesa(token, StatoDomanda.PREAVVISO_INVIATO, "Osservazioni", "osservazioni");
    var pulito = Testi.obbligatorio("Osservazioni", testo, 4000);
    passa(domanda.id(), StatoDomanda.OSSERVAZIONI_RICEVUTE, null);
    annota(domanda.id(), FattoDomanda.OSSERVAZIONI_RICEVUTE, pulito, null, RICHIEDENTE);
    eventi.publishEvent(new OsservazioniRicevute(domanda.piano(), domanda.id()));
  }

  /** The office judges the observations; its reasons go to whoever decides. */
  public void esaminaOsservazioni(long domandaId, String motivi, String chi) {
    richiedi(domandaId, StatoDomanda.OSSERVAZIONI_RICEVUTE);
    var testo = Testi.obbligatorio("Valutazione delle osservazioni", motivi, 4000);
    annota(domandaId, FattoDomanda.OSSERVAZIONI_ESAMINATE, testo, null, chi);
    motiva(domandaId, testo);
    passa(domandaId, StatoDomanda.DA_DECIDERE, null);
  }

  /**
   * Decides on a domanda; dissolves an earlier reserve. One admitted with reserve stays to be
   * decided.
   */
  public void decidi(long domandaId, DecisioneDomanda decisione, String chi) {
    var domanda = domanda(domandaId);
    if (domanda.stato() != StatoDomanda.DA_DECIDERE
        && domanda.stato() != StatoDomanda.PREAVVISO_INVIATO) {
      throw DatoNonValido.regola(
          CAMPO, "non si può ancora decidere: è " + domanda.stato().descrizione() + ".");
    }
    concludi(domanda, decisione.esito(), decisione.motivi(), decisione.norma(), chi);
    if (decisione.esito() == EsitoDomanda.CON_RISERVA) {
      passa(domandaId, StatoDomanda.DA_DECIDERE, null);
    }
  }

  /** Tells the applicant the outcome that was decided. */
  public void comunicaEsito(long domandaId) {
    comunica(domanda(domandaId));
  }

  /**
   * The applicant withdraws, at any time before the end of the co-programmazione, and is told that
   * it was registered.
   *
   * @throws DatoNonValido when the domanda was already withdrawn or excluded
   */
  public void ritira(String token) {
    var domanda = conToken(token);
    if (domanda.esito() == EsitoDomanda.RITIRATA || domanda.esito() == EsitoDomanda.ESCLUSA) {
      throw DatoNonValido.regola(
          "Ritiro", "la domanda è già " + domanda.esito().descrizione() + ".");
    }
    if (avvisi.avviso(domanda.avvisoId()).stato() == StatoAvviso.CONCLUSO) {
      throw DatoNonValido.regola(
          "Ritiro", "la co-programmazione è conclusa: la domanda non si può più ritirare.");
    }
    concludi(domanda, EsitoDomanda.RITIRATA, "Ritirata dal richiedente.", null, RICHIEDENTE);
    jdbc.sql("update domanda set attiva = null where id = ?").param(domanda.id()).update();
    comunica(domanda(domanda.id()));
    eventi.publishEvent(new DomandaRitirata(domanda.piano(), domanda.id()));
  }

  /**
   * Approves the list of those admitted: domande still under istruttoria enter it with reserve, so
   * that their applicants can sit at the first tavolo.
   *
   * @throws DatoNonValido when the act is dated in the future
   */
  public void approvaElenco(long avvisoId, String numeroAtto, LocalDate dataAtto, String chi) {
    if (dataAtto.isAfter(LocalDate.now(orologio))) {
      throw new DatoNonValido(
          "Data dell'atto", DateItaliane.italiana(dataAtto), "una data non futura");
    }
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into elenco_ammessi (avviso_id, numero_atto, data_atto, chi, approvato)
            values (?, ?, ?, ?, ?)""")
        .params(
            avvisoId,
            Testi.obbligatorio("Numero dell'atto", numeroAtto, 40),
            dataAtto,
            chi,
            adesso())
        .update(chiave, "id");
    long elenco = chiave.getKeyAs(Long.class);
    jdbc.sql(
            """
            insert into domanda_storia (domanda_id, fatto, testo, norma, chi, quando)
            select id, 'CON_RISERVA', cast(? as varchar(4000)), cast(? as varchar(300)),
              cast(? as varchar(120)), cast(? as timestamp with time zone)
            from domanda where avviso_id = ? and esito is null""")
        .params(RISERVA, NORMA_RISERVA, chi, adesso(), avvisoId)
        .update();
    jdbc.sql(
            """
            update domanda set esito = 'CON_RISERVA', norma = ?
            where avviso_id = ? and esito is null""")
        .params(NORMA_RISERVA, avvisoId)
        .update();
    jdbc.sql(
            """
            insert into elenco_ammessi_voce (elenco_id, domanda_id, esito, tardiva)
            select cast(? as bigint), id, esito, tardiva from domanda
            where avviso_id = ? and esito <> 'RITIRATA'""")
        .params(elenco, avvisoId)
        .update();
  }

  /**
   * Publishes the approved list, tells those admitted with reserve, and lets the tavoli be set up.
   */
  public void pubblicaElenco(long avvisoId) {
    var avviso = avvisi.avviso(avvisoId);
    long elenco =
        jdbc.sql("select max(id) from elenco_ammessi where avviso_id = ?")
            .param(avvisoId)
            .query(Long.class)
            .single();
    var numero =
        protocollo.registra(
            avviso.piano().codiceAmbito(),
            Protocollo.Verso.USCITA,
            "Elenco degli ammessi alla co-programmazione " + avviso.numero());
    jdbc.sql(
            """
            insert into elenco_ammessi_pubblicazione (elenco_id, protocollo, quando)
            values (?, ?, ?)""")
        .params(elenco, numero.toString(), adesso())
        .update();
    elenco(avvisoId).stream()
        .filter(d -> d.esito() == EsitoDomanda.CON_RISERVA && d.stato() != StatoDomanda.CONCLUSA)
        .forEach(d -> comunica(d, avviso, RISERVA));
    eventi.publishEvent(new ElencoAmmessiPubblicato(avviso.piano(), avvisoId, avviso.numero()));
  }

  /**
   * @throws DatoNonValido when there is no such domanda
   */
  @Transactional(readOnly = true)
  public Domanda domanda(long id) {
    return jdbc.sql(SELEZIONE + " where d.id = ?")
        .param(id)
        .query(Domande::riga)
        .optional()
        .orElseThrow(() -> new DatoNonValido(CAMPO, id, "una domanda registrata"));
  }

  /** The domanda behind an applicant's page; empty when nobody was given this token. */
  @Transactional(readOnly = true)
  public Optional<Domanda> perToken(String token) {
    return jdbc.sql(SELEZIONE + " where d.token = ?").param(token).query(Domande::riga).optional();
  }

  /** All domande on a notice, by arrival. */
  @Transactional(readOnly = true)
  public List<Domanda> elenco(long avvisoId) {
    return jdbc.sql(SELEZIONE + " where d.avviso_id = ? order by d.ricevuta, d.id")
        .param(avvisoId)
        .query(Domande::riga)
        .list();
  }

  /** Domande admitted to an area, also with reserve, by name of the body. */
  @Transactional(readOnly = true)
  public List<Domanda> ammessi(long avvisoId, String area) {
    return jdbc.sql(
            SELEZIONE
                + """
                     where d.avviso_id = ? and d.esito in ('AMMESSA', 'CON_RISERVA')
                     and exists (
                       select 1 from domanda_area x where x.domanda_id = d.id and x.area = ?)
                     order by d.denominazione, d.id""")
        .params(avvisoId, area)
        .query(Domande::riga)
        .list();
  }

  /** Domande admitted to the co-programmazione of a plan, also with reserve, by name. */
  @Transactional(readOnly = true)
  public List<Domanda> ammessiDelPiano(long pianoId) {
    return jdbc.sql(
            SELEZIONE
                + """
                     where a.piano_id = ? and d.esito in ('AMMESSA', 'CON_RISERVA')
                     order by d.denominazione, d.id""")
        .param(pianoId)
        .query(Domande::riga)
        .list();
  }

  /** What happened to a domanda, in order. */
  @Transactional(readOnly = true)
  public List<VoceStoria> storia(long domandaId) {
    return jdbc.sql("select * from domanda_storia where domanda_id = ? order by id")
        .param(domandaId)
        .query(
            (riga, n) ->
                new VoceStoria(
                    FattoDomanda.valueOf(riga.getString("fatto")),
                    riga.getString("testo"),
                    riga.getString("norma"),
                    riga.getString("chi"),
                    istante(riga, "quando")))
        .list();
  }

  /** The last text that an applicant sent on this occasion; empty when there is none. */
  @Transactional(readOnly = true)
  public Optional<String> ultimoTesto(long domandaId, FattoDomanda fatto) {
    return storia(domandaId).stream()
        .filter(voce -> voce.fatto() == fatto)
        .reduce((prima, dopo) -> dopo)
        .map(VoceStoria::testo);
  }

  private Avviso avvisoPerDomande(String numero) {
    var avviso =
        avvisi
            .perNumero(numero)
            .orElseThrow(
                () -> new DatoNonValido("Numero dell'avviso", numero, "un avviso pubblicato"));
    if (avviso.stato() == StatoAvviso.CONCLUSO) {
      throw DatoNonValido.regola(
          "Numero dell'avviso",
          "la co-programmazione dell'avviso %s è conclusa: non si accettano altre domande."
              .formatted(numero));
    }
    return avviso;
  }

  private void verificaArrivo(Avviso avviso, ZonedDateTime ricevuta) {
    if (ricevuta.isAfter(ZonedDateTime.now(orologio))) {
      throw DatoNonValido.regola(
          "Arrivo della domanda", "il %s è nel futuro.".formatted(DateItaliane.italiana(ricevuta)));
    }
    var pubblicato = avviso.pubblicato().truncatedTo(ChronoUnit.MINUTES);
    if (ricevuta.isBefore(pubblicato)) {
      throw DatoNonValido.regola(
          "Arrivo della domanda",
          "il %s viene prima della pubblicazione dell'avviso (%s)."
              .formatted(
                  DateItaliane.italiana(ricevuta), DateItaliane.italiana(avviso.pubblicato())));
    }
  }

  private Optional<String> precedente(long avvisoId, String codiceFiscale) {
    return jdbc.sql(
            "select protocollo from domanda where avviso_id = ? and codice_fiscale = ? and attiva")
        .params(avvisoId, codiceFiscale)
        .query(String.class)
        .optional();
  }

  private static DatoNonValido doppia(DatiDomanda dati, String protocollo) {
    return DatoNonValido.regola(
        "Codice fiscale",
        "per %s c'è già una domanda su questo avviso, con protocollo %s."
            .formatted(dati.codiceFiscale(), protocollo));
  }

  private String nuovoToken() {
    var byteCasuali = new byte[BYTE_TOKEN];
    caso.nextBytes(byteCasuali);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(byteCasuali);
  }

  private long inserisci(
      Avviso avviso,
      ComandoDomanda comando,
      ZonedDateTime ricevuta,
      boolean tardiva,
      String numero,
      String token) {
    var dati = comando.dati();
    var chiave = new GeneratedKeyHolder();
    try {
      jdbc.sql(
              """
              insert into domanda (avviso_id, attiva, codice_fiscale, denominazione,
                forma_giuridica, sede, pec, email, rappresentante_legale, categoria, runts_numero,
                runts_sezione, runts_data, referente, referente_email, sostituto, sostituto_email,
                dati_offerti, risorse_offerte, impegni_accettati, liberatoria_proprieta,
                consenso_pubblicazione, informativa_letta, canale, ricevuta, registrata, tardiva,
                protocollo, token, stato)
              values (?, true, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                ?, ?, ?, ?, 'REGISTRATA')""")
          .params(
              avviso.id(),
              dati.codiceFiscale(),
              dati.denominazione(),
              dati.formaGiuridica(),
              dati.sede(),
              dati.pec(),
              dati.email(),
              dati.rappresentanteLegale(),
              dati.categoria().name(),
              dati.runtsNumero(),
              dati.runtsSezione(),
              dati.runtsData(),
              dati.referente(),
              dati.referenteEmail(),
              dati.sostituto(),
              dati.sostitutoEmail(),
              dati.datiOfferti(),
              dati.risorseOfferte(),
              dati.impegniAccettati(),
              dati.liberatoriaProprieta(),
              dati.consensoPubblicazione(),
              dati.informativaLetta(),
              comando.canale().name(),
              ricevuta.toOffsetDateTime(),
              adesso(),
              tardiva,
              numero,
              token)
          .update(chiave, "id");
    } catch (DuplicateKeyException e) {
      throw DatoNonValido.regola(
          "Codice fiscale",
          "per %s è appena arrivata un'altra domanda su questo avviso."
              .formatted(dati.codiceFiscale()));
    }
    return chiave.getKeyAs(Long.class);
  }

  private ZonedDateTime termine(Domanda domanda, String tipo, int giorni, String norma) {
    Termine termine = Termini.aGiorni(LocalDate.now(orologio), giorni, norma);
    return scadenze.registra(domanda.piano().pianoId(), tipo, riferimento(domanda.id()), termine);
  }

  private static String riferimento(long domandaId) {
    return "domanda:" + domandaId;
  }

  private Domanda conToken(String token) {
    return perToken(token)
        .orElseThrow(
            () ->
                DatoNonValido.regola(
                    CAMPO, "l'indirizzo non corrisponde a nessuna domanda registrata."));
  }

  private Domanda inAttesa(String token, StatoDomanda atteso, String campo, String cosa) {
    var domanda = conToken(token);
    if (domanda.stato() != atteso) {
      throw DatoNonValido.regola(
          campo, "la domanda è %s: non sono attese %s.".formatted(domanda.situazione(), cosa));
    }
    var adesso = ZonedDateTime.now(orologio).truncatedTo(ChronoUnit.SECONDS);
    if (adesso.isAfter(domanda.termineRisposta())) {
      throw DatoNonValido.regola(
          campo,
          "il termine è scaduto il %s."
              .formatted(DateItaliane.italiana(domanda.termineRisposta())));
    }
    return domanda;
  }

  private Domanda richiedi(long domandaId, StatoDomanda atteso) {
    var domanda = domanda(domandaId);
    if (domanda.stato() != atteso) {
      throw DatoNonValido.regola(
          CAMPO,
          "questo passo vale per una domanda %s; questa è %s."
              .formatted(atteso.descrizione(), domanda.situazione()));
    }
    return domanda;
  }

  private void concludi(
      Domanda domanda, EsitoDomanda esito, String motivi, String norma, String chi) {
    jdbc.sql(
            """
            update domanda set stato = ?, esito = ?, motivi = ?, norma = ?, termine_risposta = null
            where id = ?""")
        .params(StatoDomanda.CONCLUSA.name(), esito.name(), motivi, norma, domanda.id())
        .update();
    annota(domanda.id(), FattoDomanda.valueOf(esito.name()), motivi, norma, chi);
  }

  private void passa(long domandaId, StatoDomanda stato, ZonedDateTime termineRisposta) {
    jdbc.sql("update domanda set stato = ?, termine_risposta = ? where id = ?")
        .params(
            stato.name(),
            termineRisposta == null ? null : termineRisposta.toOffsetDateTime(),
            domandaId)
        .update();
  }

  private void motiva(long domandaId, String motivi) {
    jdbc.sql("update domanda set motivi = ? where id = ?").params(motivi, domandaId).update();
  }

  private void annota(long domandaId, FattoDomanda fatto, String testo, String norma, String chi) {
    jdbc.sql(
            """
            insert into domanda_storia (domanda_id, fatto, testo, norma, chi, quando)
            values (?, ?, ?, ?, ?, ?)""")
        .params(domandaId, fatto.name(), testo, norma, chi, adesso())
        .update();
  }

  private void comunica(Domanda domanda) {
    comunica(domanda, avvisi.avviso(domanda.avvisoId()), domanda.motivi());
  }

  private void comunica(Domanda domanda, Avviso avviso, String motivi) {
    eventi.publishEvent(
        new EsitoDomandaComunicato(
            domanda.piano(),
            domanda.id(),
            domanda.dati().denominazione(),
            domanda.dati().email(),
            domanda.esito(),
            motivi,
            domanda.norma(),
            nomi(avviso, domanda.dati().aree()),
            domanda.token()));
  }

  private static List<String> nomi(Avviso avviso, List<String> aree) {
    return avviso.contenuto().aree().stream()
        .filter(area -> aree.contains(area.codice()))
        .map(Area::denominazione)
        .toList();
  }

  private OffsetDateTime adesso() {
    return OffsetDateTime.now(orologio);
  }

  private static Domanda riga(ResultSet riga, int n) throws SQLException {
    var esito = riga.getString("esito");
    return new Domanda(
        riga.getLong("id"),
        riga.getLong("avviso_id"),
        riga.getString("numero_avviso"),
        new RiferimentoPiano(
            riga.getLong("piano_id"), riga.getString("codice_ambito"), riga.getString("triennio")),
        dati(riga),
        Canale.valueOf(riga.getString("canale")),
        istante(riga, "ricevuta"),
        riga.getBoolean("tardiva"),
        riga.getString("protocollo"),
        riga.getString("token"),
        StatoDomanda.valueOf(riga.getString("stato")),
        esito == null ? null : EsitoDomanda.valueOf(esito),
        riga.getString("motivi"),
        riga.getString("norma"),
        istante(riga, "termine_risposta"));
  }

  private static DatiDomanda dati(ResultSet riga) throws SQLException {
    return new DatiDomanda(
        riga.getString("denominazione"),
        riga.getString("forma_giuridica"),
        riga.getString("codice_fiscale"),
        riga.getString("sede"),
        riga.getString("pec"),
        riga.getString("email"),
        riga.getString("rappresentante_legale"),
        CategoriaPartecipante.valueOf(riga.getString("categoria")),
        riga.getString("runts_numero"),
        riga.getString("runts_sezione"),
        riga.getObject("runts_data", LocalDate.class),
        List.of(riga.getString("aree").split(",")),
        riga.getString("referente"),
        riga.getString("referente_email"),
        riga.getString("sostituto"),
        riga.getString("sostituto_email"),
        riga.getString("dati_offerti"),
        riga.getString("risorse_offerte"),
        riga.getBoolean("impegni_accettati"),
        riga.getBoolean("liberatoria_proprieta"),
        riga.getBoolean("consenso_pubblicazione"),
        riga.getBoolean("informativa_letta"));
  }

  private static ZonedDateTime istante(ResultSet riga, String colonna) throws SQLException {
    var valore = riga.getObject(colonna, OffsetDateTime.class);
    return valore == null ? null : valore.atZoneSameInstant(Termini.ROMA);
  }
}
