package it.pianodizona.documento;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import it.pianodizona.comune.Termine;
import it.pianodizona.comune.Termini;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.Scadenze;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
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

  private static final String OBIETTIVI =
      """
      select id, documento_id, numero, titolo, macroarea, descrizione, target, risorse_economiche,
             personale, trasversale, aree_trasversali, integrazione_sociosanitaria, continuita,
             co_progettato, co_progettato_con, bisogni, modalita, risultati, impatto,
             candidato_premialita
      from obiettivo""";

  private final JdbcClient jdbc;
  private final JdbcTemplate jdbcTemplate;
  private final Piani piani;
  private final Scadenze scadenze;
  private final DocumentoProperties parametri;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  Documenti(
      JdbcClient jdbc,
      JdbcTemplate jdbcTemplate,
      Piani piani,
      Scadenze scadenze,
      DocumentoProperties parametri,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.jdbcTemplate = jdbcTemplate;
    this.piani = piani;
    this.scadenze = scadenze;
    this.parametri = parametri;
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
            insert into documento_di_piano
              (piano_id, versione, contesto, soggetti, bisogni, valutazione, integrazione,
               scadenza_bozza, aperto)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            pianoId,
            ultimo.map(DocumentoDiPiano::versione).orElse(0) + 1,
            ultimo.map(DocumentoDiPiano::contesto).orElse(null),
            ultimo.map(DocumentoDiPiano::soggetti).orElse(null),
            ultimo.map(DocumentoDiPiano::bisogni).orElse(null),
            ultimo.map(DocumentoDiPiano::valutazione).orElse(null),
            ultimo.map(DocumentoDiPiano::integrazione).orElse(null),
            termine.scadenza().toOffsetDateTime(),
            OffsetDateTime.now(orologio))
        .update(chiave, "id");
    long nuovo = chiave.getKeyAs(Long.class);
    scadenze.registra(pianoId, "BOZZA", "documento:" + nuovo, termine);
    ultimo.ifPresent(
        precedente -> {
          inserisciEsiti(nuovo, esiti(precedente.id()));
          inserisciObiettivi(
              nuovo,
              obiettiviDelDocumento(precedente.id()).stream().map(Obiettivo::scheda).toList());
        });
    return documento(nuovo);
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
    return documento.pronto() == null && pareri(documento.id()).isEmpty();
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
    return jdbc.sql(OBIETTIVI + " where documento_id = ? order by numero")
        .param(documentoId)
        .query(Documenti::obiettivo)
        .list();
  }

  /**
   * @throws DatoNonValido when it does not exist
   */
  @Transactional(readOnly = true)
  public Obiettivo obiettivo(long obiettivoId) {
    return jdbc.sql(OBIETTIVI + " where id = ?")
        .param(obiettivoId)
        .query(Documenti::obiettivo)
        .optional()
        .orElseThrow(() -> new DatoNonValido("Obiettivo", obiettivoId, "un obiettivo esistente"));
  }

  /** Part 1 of a version, in order. */
  @Transactional(readOnly = true)
  public List<EsitoPrecedente> esiti(long documentoId) {
    return jdbc.sql("select * from esito_precedente where documento_id = ? order by numero")
        .param(documentoId)
        .query(Documenti::esito)
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
   * Writes parts 1 to 4.
   *
   * @throws DatoNonValido when the version was examined already
   */
  public void scriviAnalisi(long documentoId, Analisi analisi) {
    richiediModificabile(documentoId);
    jdbc.sql("update documento_di_piano set contesto = ?, soggetti = ?, bisogni = ? where id = ?")
        .params(analisi.contesto(), analisi.soggetti(), analisi.bisogni(), documentoId)
        .update();
    jdbc.sql("delete from esito_precedente where documento_id = ?").param(documentoId).update();
    inserisciEsiti(documentoId, analisi.esiti());
  }

  /**
   * Writes part 5.
   *
   * @param schede in the order of the document, at least one
   * @throws DatoNonValido when there is none or the version was examined already
   */
  public void definisciObiettivi(long documentoId, List<SchedaObiettivo> schede) {
    richiediModificabile(documentoId);
    if (schede.isEmpty()) {
      throw DatoNonValido.regola("Obiettivi", "serve almeno un obiettivo.");
    }
    jdbc.sql("delete from obiettivo where documento_id = ?").param(documentoId).update();
    inserisciObiettivi(documentoId, schede);
  }

  /**
   * Writes parts 6 and 7.
   *
   * @throws DatoNonValido when the version was examined already
   */
  public void scriviValutazione(long documentoId, String valutazione, String integrazione) {
    richiediModificabile(documentoId);
    jdbc.sql("update documento_di_piano set valutazione = ?, integrazione = ? where id = ?")
        .params(valutazione, integrazione, documentoId)
        .update();
  }

  private void richiediModificabile(long documentoId) {
    var documento = documento(documentoId);
    if (!modificabile(documento)) {
      throw DatoNonValido.regola(
          "Documento di Piano",
          "la versione %d è già stata esaminata e non si può più modificare."
              .formatted(documento.versione()));
    }
  }

  /**
   * Records what a body says of a version, once per body.
   *
   * @throws DatoNonValido when the body spoke already, or the day is yet to come
   */
  public void registraParere(long documentoId, Parere parere) {
    if (parere.giorno().isAfter(LocalDate.now(orologio))) {
      throw new DatoNonValido("Data", parere.giorno(), "una data non successiva a oggi");
    }
    if (pareri(documentoId).stream().anyMatch(p -> p.provenienza() == parere.provenienza())) {
      throw DatoNonValido.regola(
          parere.provenienza().denominazione(), "si è già espresso su questa versione.");
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
  }

  /**
   * Records that the Assemblea did not approve the latest version: the next draft shows it. Nothing
   * happens while there is no document.
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
                        "sistema")));
  }

  /** Raises the alarm for a draft that is not ready by its internal date; the drafting goes on. */
  public void segnalaRedazioneInRitardo(long documentoId) {
    var documento = documento(documentoId);
    eventi.publishEvent(
        new RedazioneInRitardo(piani.riferimento(documento.pianoId()), documento.scadenzaBozza()));
  }

  /**
   * Declares a version ready for the Assemblea.
   *
   * @throws DatoNonValido when the intesa of ATS and ASST is missing
   */
  public void chiudi(long documentoId) {
    var intese =
        pareri(documentoId).stream()
            .filter(p -> p.esito() == EsitoParere.FAVOREVOLE)
            .map(Parere::provenienza)
            .toList();
    if (!intese.containsAll(List.of(Provenienza.ATS, Provenienza.ASST))) {
      throw DatoNonValido.regola("Intesa", "servono l'intesa dell'ATS e quella dell'ASST.");
    }
    jdbc.sql("update documento_di_piano set pronto = ? where id = ?")
        .params(OffsetDateTime.now(orologio), documentoId)
        .update();
  }

  private void inserisciEsiti(long documentoId, List<EsitoPrecedente> esiti) {
    var righe = new ArrayList<Object[]>();
    for (var esito : esiti) {
      righe.add(
          new Object[] {
            documentoId,
            righe.size() + 1,
            esito.obiettivo(),
            esito.grado(),
            esito.valutazioneUtenti(),
            esito.risorse(),
            esito.criticita(),
            esito.cambiamento(),
            esito.motivoCambiamento(),
            esito.continuita(),
            esito.riproposto(),
            esito.motivoRiproposto()
          });
    }
    jdbcTemplate.batchUpdate(
        """
        insert into esito_precedente
          (documento_id, numero, obiettivo, grado, valutazione_utenti, risorse, criticita,
           cambiamento, motivo_cambiamento, continuita, riproposto, motivo_riproposto)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        righe);
  }

  private void inserisciObiettivi(long documentoId, List<SchedaObiettivo> schede) {
    var righe = new ArrayList<Object[]>();
    for (var scheda : schede) {
      righe.add(
          new Object[] {
            documentoId,
            righe.size() + 1,
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
            scheda.candidatoPremialita()
          });
    }
    jdbcTemplate.batchUpdate(
        """
        insert into obiettivo
          (documento_id, numero, titolo, macroarea, descrizione, target, risorse_economiche,
           personale, trasversale, aree_trasversali, integrazione_sociosanitaria, continuita,
           co_progettato, co_progettato_con, bisogni, modalita, risultati, impatto,
           candidato_premialita)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        righe);
  }

  private static DocumentoDiPiano documento(ResultSet riga, int numero) throws SQLException {
    var pronto = riga.getObject("pronto", OffsetDateTime.class);
    return new DocumentoDiPiano(
        riga.getLong("id"),
        riga.getLong("piano_id"),
        riga.getInt("versione"),
        riga.getString("contesto"),
        riga.getString("soggetti"),
        riga.getString("bisogni"),
        riga.getString("valutazione"),
        riga.getString("integrazione"),
        riga.getObject("scadenza_bozza", OffsetDateTime.class).atZoneSameInstant(Termini.ROMA),
        pronto == null ? null : pronto.atZoneSameInstant(Termini.ROMA));
  }

  private static EsitoPrecedente esito(ResultSet riga, int numero) throws SQLException {
    return new EsitoPrecedente(
        riga.getString("obiettivo"),
        riga.getInt("grado"),
        riga.getString("valutazione_utenti"),
        riga.getInt("risorse"),
        riga.getString("criticita"),
        riga.getBoolean("cambiamento"),
        riga.getString("motivo_cambiamento"),
        riga.getBoolean("continuita"),
        riga.getBoolean("riproposto"),
        riga.getString("motivo_riproposto"));
  }

  private static Obiettivo obiettivo(ResultSet riga, int numero) throws SQLException {
    return new Obiettivo(
        riga.getLong("id"),
        riga.getLong("documento_id"),
        riga.getInt("numero"),
        new SchedaObiettivo(
            riga.getString("titolo"),
            Macroarea.valueOf(riga.getString("macroarea")),
            riga.getString("descrizione"),
            riga.getString("target"),
            Denaro.euro(riga.getBigDecimal("risorse_economiche")),
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
            riga.getBoolean("candidato_premialita")));
  }
}
