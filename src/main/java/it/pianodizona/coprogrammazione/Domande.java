package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.NuovoDocumento;
import it.pianodizona.fascicolo.Protocollo;
import it.pianodizona.fascicolo.TipoDocumento;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Domande di partecipazione, from their registration to their outcome. */
@Service
@Transactional
public class Domande {

  private static final String CAMPO = "Domanda";
  private static final String RISERVA =
      "Istruttoria ancora in corso: ammissione con riserva di verifica.";
  private static final String NORMA_RISERVA = "art. 55 d.lgs. 117/2017";

  private final JdbcClient jdbc;
  private final ArchivioDomande archivio;
  private final Avvisi avvisi;
  private final TerminiProcedimento termini;
  private final Protocollo protocollo;
  private final Fascicolo fascicolo;
  private final CoProgrammazioneProperties parametri;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Domande(
      JdbcClient jdbc,
      ArchivioDomande archivio,
      Avvisi avvisi,
      TerminiProcedimento termini,
      Protocollo protocollo,
      Fascicolo fascicolo,
      CoProgrammazioneProperties parametri,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.archivio = archivio;
    this.avvisi = avvisi;
    this.termini = termini;
    this.protocollo = protocollo;
    this.fascicolo = fascicolo;
    this.parametri = parametri;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /**
   * Registers a domanda that arrives now and starts its procedure. A late one is kept and marked.
   *
   * @throws DatoNonValido when the notice is not on line, an area is not one of its areas, or the
   *     body already has a live domanda on it (the message names its protocol number): whoever
   *     sends it all the same calls {@link #presentaDiNuovo}
   */
  public RicevutaDomanda presenta(ComandoDomanda comando) {
    return presenta(comando, ZonedDateTime.now(orologio));
  }

  /**
   * Registers a domanda that arrived a moment ago and starts its procedure.
   *
   * @param arrivo when its first byte reached us, which decides whether it is late
   * @throws DatoNonValido as {@link #presenta(ComandoDomanda)}
   */
  public RicevutaDomanda presenta(ComandoDomanda comando, ZonedDateTime arrivo) {
    return presenta(comando, arrivo, false);
  }

  /**
   * As {@link #presenta(ComandoDomanda)}, from an applicant who was told that the body has another
   * live domanda and sends this one all the same: both are kept, and the office compares them.
   */
  public RicevutaDomanda presentaDiNuovo(ComandoDomanda comando) {
    return presentaDiNuovo(comando, ZonedDateTime.now(orologio));
  }

  /** As {@link #presentaDiNuovo(ComandoDomanda)}, with the moment of arrival. */
  public RicevutaDomanda presentaDiNuovo(ComandoDomanda comando, ZonedDateTime arrivo) {
    return presenta(comando, arrivo, true);
  }

  private RicevutaDomanda presenta(
      ComandoDomanda comando, ZonedDateTime arrivo, boolean ancheSeDoppia) {
    var domanda = registra(comando, arrivo, ArchivioDomande.RICHIEDENTE, ancheSeDoppia);
    eventi.publishEvent(
        new DomandaDaIstruire(
            domanda.piano(), domanda.avvisoId(), domanda.id(), domanda.protocollo()));
    return ricevuta(domanda);
  }

  /**
   * Tells an applicant by mail that the domanda was registered. Whoever sends one does not wait for
   * it; asked twice, the applicant is told once.
   */
  public void accusaRicevuta(long domandaId) {
    var domanda = domanda(domandaId);
    accusaRicevuta(domanda, avvisi.avviso(domanda.avvisoId()));
  }

  private void accusaRicevuta(Domanda domanda, Avviso avviso) {
    eventi.publishEvent(
        new DomandaRegistrata(
            domanda.piano(),
            domanda.id(),
            domanda.dati().denominazione(),
            domanda.dati().email(),
            domanda.protocollo(),
            domanda.ricevuta(),
            domanda.tardiva(),
            nomi(avviso, domanda.dati().aree()),
            domanda.token()));
  }

  private static RicevutaDomanda ricevuta(Domanda domanda) {
    return new RicevutaDomanda(
        domanda.id(), domanda.protocollo(), domanda.token(), domanda.ricevuta(), domanda.tardiva());
  }

  /**
   * Registers a domanda that reached the office by another channel, without starting its procedure:
   * the office's own form does. A second one of the same body is kept, to be compared.
   *
   * @param arrivo when it arrived, which decides whether it is late
   * @throws DatoNonValido when the notice is not on line, an area is not one of its areas, or the
   *     arrival is in the future or before the publication
   */
  public RicevutaDomanda registra(ComandoDomanda comando, ZonedDateTime arrivo, String chi) {
    var domanda = registra(comando, arrivo, chi, true);
    accusaRicevuta(domanda.id());
    return ricevuta(domanda);
  }

  private Domanda registra(
      ComandoDomanda comando, ZonedDateTime arrivo, String chi, boolean ancheSeDoppia) {
    var avviso = avvisoPerDomande(comando.numeroAvviso());
    var dati = comando.dati();
    var ricevuta = arrivo.withZoneSameInstant(Termini.ROMA).truncatedTo(ChronoUnit.SECONDS);
    verificaArrivo(avviso, ricevuta);
    for (var area : dati.aree()) {
      if (!avviso.contenuto().codiciAree().contains(area)) {
        throw new DatoNonValido("Aree", area, String.join(", ", avviso.contenuto().codiciAree()));
      }
    }
    var token = Segreti.nuovo();
    boolean tardiva = avviso.tardiva(ricevuta);
    long id = archivio.inserisci(avviso, comando, ricevuta, tardiva, token);
    conserva(avviso, id, comando);
    archivio.annota(id, FattoDomanda.REGISTRATA, null, null, chi);
    // last, because the register stays locked from here to the end of the transaction
    var numero =
        protocollo
            .registra(
                avviso.piano().codiceAmbito(),
                Protocollo.Verso.ENTRATA,
                "Domanda di partecipazione all'avviso " + avviso.numero())
            .toString();
    archivio.protocolla(id, numero);
    var domanda = archivio.domanda(id);
    cercaDoppie(domanda, ancheSeDoppia);
    return domanda;
  }

  private void conserva(Avviso avviso, long id, ComandoDomanda comando) {
    for (var allegato : comando.allegati()) {
      var file = allegato.file();
      fascicolo.conserva(
          new NuovoDocumento(
              avviso.piano().pianoId(),
              ArchivioDomande.riferimento(id),
              TipoDocumento.ALLEGATO_DOMANDA,
              allegato.tipo().etichetta(),
              file.nomeFile(),
              file.formato().tipoContenuto(),
              file.contenuto(),
              null,
              comando.firmatario()));
    }
  }

  /** What was sent with a domanda and what was printed about it, in order of arrival. */
  @Transactional(readOnly = true)
  public List<Documento> documenti(Domanda domanda) {
    return fascicolo.di(domanda.piano().pianoId(), ArchivioDomande.riferimento(domanda.id()));
  }

  /**
   * Looks for other live domande of the body. The protocol register, locked until the end of the
   * transaction, makes simultaneous arrivals wait: one of them sees the other here.
   */
  private void cercaDoppie(Domanda domanda, boolean ancheSeDoppia) {
    var dati = domanda.dati();
    var altre =
        archivio.vive(domanda.avvisoId(), dati.codiceFiscale()).stream()
            .filter(altra -> altra.id() != domanda.id())
            .toList();
    if (altre.isEmpty()) {
      return;
    }
    if (!ancheSeDoppia) {
      throw DatoNonValido.regola(
          "Codice fiscale",
          "per %s c'è già una domanda su questo avviso, con protocollo %s."
              .formatted(dati.codiceFiscale(), altre.get(0).protocollo()));
    }
    altre.forEach(
        altra ->
            archivio.annota(
                altra.id(),
                FattoDomanda.DOPPIA,
                "Protocollo " + domanda.protocollo(),
                null,
                ArchivioDomande.SISTEMA));
    archivio.passa(domanda.id(), StatoDomanda.DA_CONFRONTARE, null);
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
    archivio.passa(domanda.id(), StatoDomanda.INTEGRAZIONE_RICEVUTA, null);
    archivio.annota(
        domanda.id(),
        FattoDomanda.INTEGRAZIONE_RICEVUTA,
        pulito,
        null,
        ArchivioDomande.RICHIEDENTE);
    termini.riprendi(domanda, CausaSospensione.SOCCORSO, LocalDate.now(orologio));
    eventi.publishEvent(new IntegrazioneRicevuta(domanda.piano(), domanda.id()));
  }

  /**
   * The applicant answers the preavviso di rigetto.
   *
   * @throws DatoNonValido when there is no preavviso, or the term has passed
   */
  public void osserva(String token, String testo) {
    var domanda = inAttesa(token, StatoDomanda.PREAVVISO_INVIATO, "Osservazioni", "osservazioni");
    var pulito = Testi.obbligatorio("Osservazioni", testo, 4000);
    archivio.passa(domanda.id(), StatoDomanda.OSSERVAZIONI_RICEVUTE, null);
    archivio.annota(
        domanda.id(),
        FattoDomanda.OSSERVAZIONI_RICEVUTE,
        pulito,
        null,
        ArchivioDomande.RICHIEDENTE);
    termini.riprendi(
        domanda,
        CausaSospensione.PREAVVISO,
        LocalDate.now(orologio).plusDays(parametri.ripresaDopoOsservazioniGiorni()));
    eventi.publishEvent(new OsservazioniRicevute(domanda.piano(), domanda.id()));
  }

  /**
   * Decides on a domanda; dissolves an earlier reserve. One admitted with reserve stays to be
   * decided.
   *
   * @throws DatoNonValido when it cannot be decided yet, when it is decided otherwise than proposed
   *     without saying why, or excluded without having heard the applicant
   */
  public void decidi(long domandaId, DecisioneDomanda decisione, String chi) {
    var domanda = domanda(domandaId);
    if (domanda.stato() != StatoDomanda.DA_DECIDERE
        && domanda.stato() != StatoDomanda.PREAVVISO_INVIATO) {
      throw DatoNonValido.regola(
          CAMPO, "non si può ancora decidere: è " + domanda.stato().descrizione() + ".");
    }
    archivio.proposta(domandaId).ifPresent(decisione::verificaScostamento);
    if (decisione.esito() == EsitoDomanda.ESCLUSA
        && parametri.preavvisoAttivo()
        && !contraddittorioSvolto(domandaId)) {
      throw DatoNonValido.regola(
          "Esito",
          "prima di escludere serve il preavviso di rigetto (art. 10-bis l. 241/1990): rinviare la"
              + " domanda all'ufficio.");
    }
    archivio.concludi(domanda, decisione.esito(), decisione.motivi(), decisione.norma(), chi);
    if (decisione.esito() == EsitoDomanda.CON_RISERVA) {
      archivio.passa(domandaId, StatoDomanda.DA_DECIDERE, null);
    }
  }

  /** Whether the applicant was heard, or needed not be, after the last checks of the office. */
  private boolean contraddittorioSvolto(long domandaId) {
    boolean svolto = false;
    for (var voce : archivio.storia(domandaId)) {
      svolto =
          switch (voce.fatto()) {
            case ISTRUITA -> false;
            case PREAVVISO_INVIATO, PREAVVISO_OMESSO -> true;
            default -> svolto;
          };
    }
    return svolto;
  }

  /** Tells the applicant the outcome that was decided. */
  public void comunicaEsito(long domandaId) {
    comunica(domanda(domandaId));
  }

  /**
   * The applicant withdraws, at any time before the end of the co-programmazione, and is told that
   * it was registered; the office is told too.
   *
   * @throws DatoNonValido when the domanda was already withdrawn or excluded, or another one of the
   *     same body took its place
   */
  public void ritira(String token) {
    var domanda = conToken(token);
    if (domanda.esito() == EsitoDomanda.RITIRATA
        || domanda.esito() == EsitoDomanda.ESCLUSA
        || domanda.esito() == EsitoDomanda.ASSORBITA) {
      throw DatoNonValido.regola(
          "Ritiro", "la domanda è già " + domanda.esito().descrizione() + ".");
    }
    if (avvisi.avviso(domanda.avvisoId()).stato() == StatoAvviso.CONCLUSO) {
      throw DatoNonValido.regola(
          "Ritiro", "la co-programmazione è conclusa: la domanda non si può più ritirare.");
    }
    archivio.concludi(
        domanda,
        EsitoDomanda.RITIRATA,
        "Ritirata dal richiedente.",
        null,
        ArchivioDomande.RICHIEDENTE);
    archivio.spegni(domanda.id());
    comunica(domanda(domanda.id()));
    eventi.publishEvent(
        new DomandaRitirata(
            domanda.piano(),
            domanda.id(),
            domanda.dati().denominazione(),
            domanda.protocollo(),
            domanda.numeroAvviso(),
            domanda.situazione()));
  }

  /**
   * The office revokes the address of an applicant's page, for instance because it fell into other
   * hands. The old one leads nowhere from now on; the applicant gets a new one by mail.
   *
   * @param motivo why, for the record
   */
  public void sostituisciIndirizzo(long domandaId, String motivo, String chi) {
    var domanda = domanda(domandaId);
    var token = Segreti.nuovo();
    jdbc.sql("update domanda set token = ? where id = ?").params(token, domandaId).update();
    long fatto =
        archivio.annota(
            domandaId,
            FattoDomanda.INDIRIZZO_SOSTITUITO,
            Testi.obbligatorio("Motivo", motivo, 500),
            null,
            chi);
    eventi.publishEvent(
        new IndirizzoSostituito(
            domanda.piano(),
            domandaId,
            fatto,
            domanda.dati().denominazione(),
            domanda.dati().email(),
            token));
  }

  /**
   * Approves the list of those admitted: domande still under istruttoria enter it with reserve, so
   * that their applicants can sit at the first tavolo. Of two domande of one body only the earlier
   * one enters it until the office has compared them.
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
            from domanda
            where avviso_id = ? and esito is null and stato <> 'DA_CONFRONTARE'""")
        .params(RISERVA, NORMA_RISERVA, chi, adesso(), avvisoId)
        .update();
    jdbc.sql(
            """
            update domanda set esito = 'CON_RISERVA', norma = ?
            where avviso_id = ? and esito is null and stato <> 'DA_CONFRONTARE'""")
        .params(NORMA_RISERVA, avvisoId)
        .update();
    jdbc.sql(
            """
            insert into elenco_ammessi_voce (elenco_id, domanda_id, esito, tardiva)
            select cast(? as bigint), id, esito, tardiva from domanda
            where avviso_id = ? and esito not in ('RITIRATA', 'ASSORBITA')""")
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
    return archivio.domanda(id);
  }

  /**
   * The domanda behind an applicant's page; empty when nobody was given this token, the office
   * revoked it, or the triennio is over.
   */
  @Transactional(readOnly = true)
  public Optional<Domanda> perToken(String token) {
    return Segreti.plausibile(token)
        ? archivio.perToken(token, LocalDate.now(orologio))
        : Optional.empty();
  }

  /** The domanda that a form was sent as; empty when it was not sent yet. */
  @Transactional(readOnly = true)
  public Optional<Domanda> perChiaveInvio(String chiaveInvio) {
    return archivio.perChiaveInvio(Segreti.impronta(chiaveInvio));
  }

  /** All domande on a notice, by arrival. */
  @Transactional(readOnly = true)
  public List<Domanda> elenco(long avvisoId) {
    return archivio.elenco(avvisoId);
  }

  /** Domande admitted to an area, also with reserve, by name of the body. */
  @Transactional(readOnly = true)
  public List<Domanda> ammessi(long avvisoId, String area) {
    return archivio.ammessi(avvisoId, area);
  }

  /** Domande admitted to the co-programmazione of a plan, also with reserve, by name. */
  @Transactional(readOnly = true)
  public List<Domanda> ammessiDelPiano(long pianoId) {
    return archivio.ammessiDelPiano(pianoId);
  }

  /** What happened to a domanda, in order. */
  @Transactional(readOnly = true)
  public List<VoceStoria> storia(long domandaId) {
    return archivio.storia(domandaId);
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
}
