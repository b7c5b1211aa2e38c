package it.pianodizona.documento;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.DatoNonValido;
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
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The Documento di Piano of each plan, in its versions. A version can be written until somebody
 * gives an opinion on it; then it stays as it was and the work goes on in the next one.
 */
@Service
@Transactional
public class Documenti {

  private static final String NORMA_BOZZA = "data interna dell'Ufficio di Piano";

  private static final String OSSERVAZIONI =
      """
      select o.*, r.accolta, r.risposta from osservazione_documento o
      left join risposta_osservazione r on r.osservazione_id = o.id""";

  private final JdbcClient jdbc;
  private final ArchivioSezioni sezioni;
  private final ArchivioSchede schede;
  private final Anagrafica anagrafica;
  private final Piani piani;
  private final Scadenze scadenze;
  private final DocumentoProperties parametri;
  private final ObjectProvider<EsitiDelCiclo> esitiDelCiclo;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Documenti(
      JdbcClient jdbc,
      ArchivioSezioni sezioni,
      ArchivioSchede schede,
      Anagrafica anagrafica,
      Piani piani,
      Scadenze scadenze,
      DocumentoProperties parametri,
      ObjectProvider<EsitiDelCiclo> esitiDelCiclo,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.sezioni = sezioni;
    this.schede = schede;
    this.anagrafica = anagrafica;
    this.piani = piani;
    this.scadenze = scadenze;
    this.parametri = parametri;
    this.esitiDelCiclo = esitiDelCiclo;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /**
   * Opens the version to write: the first one, or the next one when the last was examined, with the
   * same texts. Calling again before anybody examines it gives back the same version.
   */
  public DocumentoDiPiano apriBozza(long pianoId) {
    var ultimo = documentoCorrente(pianoId);
    if (ultimo.isPresent() && modificabile(ultimo.get())) {
      return ultimo.get();
    }
    var termine = termineBozza(pianoId);
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into documento_di_piano (piano_id, versione, scadenza_bozza, aperto)
            values (?, ?, ?, ?)""")
        .params(
            pianoId,
            ultimo.map(DocumentoDiPiano::versione).orElse(0) + 1,
            termine.scadenza().toOffsetDateTime(),
            OffsetDateTime.now(orologio))
        .update(chiave, "id");
    long nuovo = chiave.getKeyAs(Long.class);
    scadenze.registra(pianoId, "BOZZA", "documento:" + nuovo, termine);
    if (ultimo.isPresent()) {
      riprendi(ultimo.get().id(), nuovo, osservazioniAperte(pianoId));
    } else {
      for (var parte : Parte.values()) {
        sezioni.apri(nuovo, parte, StatoSezione.DA_SCRIVERE, null, null);
      }
      precompilaEsiti(nuovo, piani.riferimento(pianoId));
    }
    return documento(nuovo);
  }

  /** Part 1 starts from what is known of the programme before; the office completes it. */
  private void precompilaEsiti(long documentoId, RiferimentoPiano piano) {
    esitiDelCiclo
        .orderedStream()
        .flatMap(fonte -> fonte.prima(piano).stream())
        .findFirst()
        .ifPresent(
            precedenti -> {
              for (var esito : precedenti.esiti()) {
                schede.aggiungiEsito(documentoId, esito);
                sezioni.annota(
                    documentoId,
                    Parte.ESITI,
                    "Esito «%s»".formatted(esito.obiettivo()),
                    TestoScheda.di(esito),
                    "sistema");
              }
              sezioni.annota(
                  documentoId, Parte.ESITI, "Provenienza", precedenti.provenienza(), "sistema");
              sezioni.segnaInLavorazione(documentoId, Parte.ESITI, "sistema");
            });
  }

  /** Copies a version into the next: the parts that were remarked on must be worked on again. */
  private void riprendi(long precedente, long nuovo, List<Osservazione> aperte) {
    var daRivedere = aperte.stream().map(Osservazione::parte).collect(Collectors.toSet());
    sezioni
        .sezioni(precedente)
        .values()
        .forEach(
            sezione ->
                sezioni.apri(
                    nuovo,
                    sezione.parte(),
                    daRivedere.contains(sezione.parte())
                        ? StatoSezione.IN_LAVORAZIONE
                        : sezione.stato(),
                    sezione.responsabile(),
                    sezione.testo()));
    schede
        .esiti(precedente)
        .forEach(esito -> schede.inserisciEsito(nuovo, esito.numero(), esito.esito()));
    var fondi = new HashMap<Long, Long>();
    for (var fondo : schede.fondi(precedente)) {
      fondi.put(fondo.id(), schede.aggiungiFondo(nuovo, fondo.denominazione(), fondo.importo()));
    }
    for (var obiettivo : schede.obiettivi(precedente)) {
      var suoi = obiettivo.fondi().stream().map(f -> fondi.get(f.id())).collect(Collectors.toSet());
      schede.aggiungiObiettivo(
          nuovo,
          obiettivo.chiave(),
          new DatiObiettivo(obiettivo.scheda(), obiettivo.indicatori(), suoi));
    }
  }

  private Termine termineBozza(long pianoId) {
    var primaDellAccordo =
        Termini.aRitroso(
            piani.scadenzaAccordo(pianoId).toLocalDate(),
            parametri.giorniPrimaDellAccordo(),
            NORMA_BOZZA);
    var minimo = Termini.aGiorni(LocalDate.now(orologio), parametri.giorniMinimi(), NORMA_BOZZA);
    return primaDellAccordo.scadenza().isAfter(minimo.scadenza()) ? primaDellAccordo : minimo;
  }

  private boolean modificabile(DocumentoDiPiano documento) {
    return documento.depositato() == null
        && documento.pronto() == null
        && pareri(documento.id()).isEmpty();
  }

  /** Whether a version can still be written. */
  @Transactional(readOnly = true)
  public boolean modificabile(long documentoId) {
    return modificabile(documento(documentoId));
  }

  /** Holds the version until the caller's transaction ends: nobody else changes it meanwhile. */
  void blocca(long documentoId) {
    jdbc.sql("select id from documento_di_piano where id = ? for update")
        .param(documentoId)
        .query(Long.class)
        .single();
  }

  /**
   * @throws DatoNonValido when it does not exist
   */
  @Transactional(readOnly = true)
  public DocumentoDiPiano documento(long documentoId) {
    return jdbc.sql("select * from documento_di_piano where id = ?")
        .param(documentoId)
        .query(Documenti::documento)
        .optional()
        .orElseThrow(() -> new DatoNonValido("Documento", documentoId, "un documento esistente"));
  }

  /** The latest version of a plan's document; empty until the drafting begins. */
  @Transactional(readOnly = true)
  public Optional<DocumentoDiPiano> documentoCorrente(long pianoId) {
    return jdbc.sql(
            """
            select * from documento_di_piano where piano_id = ?
            order by versione desc fetch first 1 row only""")
        .param(pianoId)
        .query(Documenti::documento)
        .optional();
  }

  /** The objectives of the latest version, in order; empty until they are written. */
  @Transactional(readOnly = true)
  public List<Obiettivo> obiettivi(long pianoId) {
    return documentoCorrente(pianoId)
        .map(documento -> obiettiviDelDocumento(documento.id()))
        .orElse(List.of());
  }

  /** The objectives of one version, in order. */
  @Transactional(readOnly = true)
  public List<Obiettivo> obiettiviDelDocumento(long documentoId) {
    return schede.obiettivi(documentoId);
  }

  /**
   * @throws DatoNonValido when it does not exist
   */
  @Transactional(readOnly = true)
  public Obiettivo obiettivo(long obiettivoId) {
    return schede
        .obiettivo(obiettivoId)
        .orElseThrow(() -> new DatoNonValido("Obiettivo", obiettivoId, "un obiettivo esistente"));
  }

  /** Every version of a plan's document, newest first. */
  @Transactional(readOnly = true)
  public List<DocumentoDiPiano> versioni(long pianoId) {
    return jdbc.sql("select * from documento_di_piano where piano_id = ? order by versione desc")
        .param(pianoId)
        .query(Documenti::documento)
        .list();
  }

  /** What was said of a version, in order of time. */
  @Transactional(readOnly = true)
  public List<Parere> pareri(long documentoId) {
    return jdbc.sql(
            """
            select provenienza, esito, chi, testo, giorno, registrato_da
            from parere_documento where documento_id = ? order by id""")
        .param(documentoId)
        .query(Parere.class)
        .list();
  }

  /** What was said of the version before this one: what the new draft must answer. */
  @Transactional(readOnly = true)
  public List<Parere> pareriPrecedenti(long documentoId) {
    return jdbc.sql(
            """
            select p.provenienza, p.esito, p.chi, p.testo, p.giorno, p.registrato_da
            from parere_documento p
            join documento_di_piano prima on prima.id = p.documento_id
            join documento_di_piano questo
              on questo.piano_id = prima.piano_id and questo.versione = prima.versione + 1
            where questo.id = ? order by p.id""")
        .param(documentoId)
        .query(Parere.class)
        .list();
  }

  /**
   * Writes all the objectives of part 5 anew.
   *
   * @param obiettivi in the order of the document, at least one
   * @throws DatoNonValido when there is none or the version was examined already
   */
  public void definisciObiettivi(long documentoId, List<SchedaObiettivo> obiettivi) {
    richiediModificabile(documentoId);
    if (obiettivi.isEmpty()) {
      throw DatoNonValido.regola("Obiettivi", "serve almeno un obiettivo.");
    }
    schede.eliminaObiettivi(documentoId);
    obiettivi.forEach(
        scheda ->
            schede.aggiungiObiettivo(
                documentoId, null, new DatiObiettivo(scheda, List.of(), Set.of())));
  }

  void richiediModificabile(long documentoId) {
    blocca(documentoId);
    var documento = documento(documentoId);
    if (!modificabile(documento)) {
      throw DatoNonValido.regola(
          "Documento di Piano",
          "la versione %d è già stata esaminata e non si può più modificare."
              .formatted(documento.versione()));
    }
  }

  /**
   * Records what a body says of a version, once per body, with its remarks. A contrary opinion
   * without a list of remarks makes one of its reasons.
   *
   * @throws DatoNonValido when the body spoke already, or the day is yet to come
   */
  public void registraParere(
      long documentoId, Parere parere, List<NuovaOsservazione> osservazioni) {
    if (parere.giorno().isAfter(LocalDate.now(orologio))) {
      throw new DatoNonValido("Data", parere.giorno(), "una data non successiva a oggi");
    }
    if (pareri(documentoId).stream()
        .anyMatch(p -> p.provenienza() == parere.provenienza() && p.chi().equals(parere.chi()))) {
      throw DatoNonValido.regola(parere.chi(), "si è già espresso su questa versione.");
    }
    jdbc.sql(
            """
            insert into parere_documento
              (documento_id, provenienza, esito, chi, testo, giorno, registrato_da, registrato)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            documentoId,
            parere.provenienza().name(),
            parere.esito().name(),
            parere.chi(),
            parere.testo(),
            parere.giorno(),
            parere.registratoDa(),
            OffsetDateTime.now(orologio))
        .update();
    var tutte =
        osservazioni.isEmpty() && parere.esito() == EsitoParere.CONTRARIO
            ? List.of(new NuovaOsservazione(null, parere.testo()))
            : osservazioni;
    for (var osservazione : tutte) {
      jdbc.sql(
              """
              insert into osservazione_documento
                (documento_id, provenienza, chi, parte, testo, giorno, registrata)
              values (?, ?, ?, ?, ?, ?, ?)""")
          .params(
              documentoId,
              parere.provenienza().name(),
              parere.chi(),
              osservazione.parte() == null ? null : osservazione.parte().numero(),
              osservazione.testo(),
              parere.giorno(),
              OffsetDateTime.now(orologio))
          .update();
    }
  }

  /** The remarks made on one version, in order, with their answers. */
  @Transactional(readOnly = true)
  public List<Osservazione> osservazioni(long documentoId) {
    return jdbc.sql(OSSERVAZIONI + " where o.documento_id = ? order by o.id")
        .param(documentoId)
        .query(Documenti::osservazione)
        .list();
  }

  /** The remarks that the next draft of a plan's document must answer, in order. */
  @Transactional(readOnly = true)
  public List<Osservazione> osservazioniAperte(long pianoId) {
    return jdbc.sql(
            OSSERVAZIONI
                + """
                 join documento_di_piano d on d.id = o.documento_id
                where d.piano_id = ? and r.osservazione_id is null order by o.id""")
        .param(pianoId)
        .query(Documenti::osservazione)
        .list();
  }

  /** The remarks that one version had to answer, in order, with the answers given so far. */
  @Transactional(readOnly = true)
  public List<Osservazione> osservazioniDaRecepire(long documentoId) {
    var documento = documento(documentoId);
    return jdbc.sql(
            OSSERVAZIONI
                + """
                 join documento_di_piano d on d.id = o.documento_id
                where d.piano_id = ? and d.versione < ?
                  and (r.osservazione_id is null or r.documento_id = ?) order by o.id""")
        .params(documento.pianoId(), documento.versione(), documentoId)
        .query(Documenti::osservazione)
        .list();
  }

  /**
   * @throws DatoNonValido when it does not exist
   */
  @Transactional(readOnly = true)
  public Osservazione osservazione(long id) {
    return jdbc.sql(OSSERVAZIONI + " where o.id = ?")
        .param(id)
        .query(Documenti::osservazione)
        .optional()
        .orElseThrow(() -> new DatoNonValido("Osservazione", id, "un'osservazione esistente"));
  }

  /**
   * Answers a remark, once.
   *
   * @param documentoId the version that accepts it or not
   * @param chi login
   * @throws DatoNonValido when it is answered already
   */
  public void rispondi(
      long osservazioneId, long documentoId, boolean accolta, String risposta, String chi) {
    if (osservazione(osservazioneId).accolta() != null) {
      throw DatoNonValido.regola("Osservazione", "ha già una risposta.");
    }
    jdbc.sql(
            """
            insert into risposta_osservazione
              (osservazione_id, documento_id, accolta, risposta, chi, quando)
            values (?, ?, ?, ?, ?, ?)""")
        .params(osservazioneId, documentoId, accolta, risposta, chi, OffsetDateTime.now(orologio))
        .update();
  }

  /**
   * Records that the Assemblea did not approve the latest version: the next draft answers it.
   * Nothing happens while there is no document.
   *
   * @param giorno day of the sitting, Europe/Rome
   * @param motivi what was rejected and how the votes went
   * @throws DatoNonValido when the refusal of this version is recorded already
   */
  public void registraRigetto(long pianoId, LocalDate giorno, String motivi) {
    documentoCorrente(pianoId)
        .ifPresent(
            documento ->
                registraParere(
                    documento.id(),
                    new Parere(
                        Provenienza.ASSEMBLEA,
                        EsitoParere.CONTRARIO,
                        Provenienza.ASSEMBLEA.denominazione(),
                        motivi,
                        giorno,
                        "sistema"),
                    List.of()));
  }

  /** The bodies whose intesa the document of a plan needs: the ATS and each ASST of the Ambito. */
  @Transactional(readOnly = true)
  public List<EnteIntesa> entiPerIntesa(long pianoId) {
    var ambito = anagrafica.ambito(piani.riferimento(pianoId).codiceAmbito());
    var enti = new ArrayList<EnteIntesa>();
    enti.add(
        new EnteIntesa(
            Provenienza.ATS, "ATS " + anagrafica.ats(ambito.codiceAts()).denominazione()));
    ambito
        .codiciAsst()
        .forEach(
            codice ->
                enti.add(
                    new EnteIntesa(
                        Provenienza.ASST, "ASST " + anagrafica.asst(codice).denominazione())));
    return enti;
  }

  /** The names of the bodies whose intesa a version still lacks. */
  @Transactional(readOnly = true)
  public List<String> inteseMancanti(long documentoId) {
    var espresse =
        pareri(documentoId).stream()
            .filter(parere -> parere.esito() == EsitoParere.FAVOREVOLE)
            .map(parere -> new EnteIntesa(parere.provenienza(), parere.chi()))
            .toList();
    return entiPerIntesa(documento(documentoId).pianoId()).stream()
        .filter(ente -> !espresse.contains(ente))
        .map(EnteIntesa::nome)
        .toList();
  }

  /** Raises the alarm for a draft that is not ready by its internal date; the drafting goes on. */
  public void segnalaRedazioneInRitardo(long documentoId) {
    var documento = documento(documentoId);
    eventi.publishEvent(
        new RedazioneInRitardo(piani.riferimento(documento.pianoId()), documento.scadenzaBozza()));
  }

  /** Marks a version as put in the fascicolo: from here on nobody writes in it. */
  void segnaDepositato(long documentoId) {
    jdbc.sql("update documento_di_piano set depositato = ? where id = ?")
        .params(OffsetDateTime.now(orologio), documentoId)
        .update();
  }

  /**
   * Declares a version ready for the Assemblea.
   *
   * @throws DatoNonValido when the intesa of the ATS or of an ASST is missing
   */
  void chiudi(long documentoId) {
    var mancanti = inteseMancanti(documentoId);
    if (!mancanti.isEmpty()) {
      throw DatoNonValido.regola(
          "Intesa", "manca quella di %s.".formatted(String.join(", ", mancanti)));
    }
    jdbc.sql("update documento_di_piano set pronto = ? where id = ?")
        .params(OffsetDateTime.now(orologio), documentoId)
        .update();
  }

  private static DocumentoDiPiano documento(ResultSet riga, int numero) throws SQLException {
    return new DocumentoDiPiano(
        riga.getLong("id"),
        riga.getLong("piano_id"),
        riga.getInt("versione"),
        quando(riga, "scadenza_bozza"),
        quando(riga, "aperto"),
        quando(riga, "depositato"),
        quando(riga, "pronto"));
  }

  private static ZonedDateTime quando(ResultSet riga, String colonna) throws SQLException {
    var istante = riga.getObject(colonna, OffsetDateTime.class);
    return istante == null ? null : istante.atZoneSameInstant(Termini.ROMA);
  }

  private static Osservazione osservazione(ResultSet riga, int numero) throws SQLException {
    int parte = riga.getInt("parte");
    return new Osservazione(
        riga.getLong("id"),
        riga.getLong("documento_id"),
        Provenienza.valueOf(riga.getString("provenienza")),
        riga.getString("chi"),
        parte == 0 ? null : Parte.di(parte),
        riga.getString("testo"),
        riga.getObject("giorno", LocalDate.class),
        riga.getObject("accolta", Boolean.class),
        riga.getString("risposta"));
  }
}
