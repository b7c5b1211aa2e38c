package it.pianodizona.attuazione;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.anagrafica.Comune;
import it.pianodizona.attuazione.EventoDebito.Fatto;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termine;
import it.pianodizona.comune.Termini;
import it.pianodizona.fascicolo.Allegati;
import it.pianodizona.fascicolo.Allegato;
import it.pianodizona.fascicolo.CellaErrata;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.FoglioDiCalcolo;
import it.pianodizona.fascicolo.FormatoFile;
import it.pianodizona.fascicolo.NuovoDocumento;
import it.pianodizona.fascicolo.TipoDocumento;
import it.pianodizona.piano.Piani;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.piano.Scadenze;
import it.pianodizona.premialita.ImpedimentoAlPagamento;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reporting flows that each Ambito owes the Region, by period (DGR XI/4563 Appendice 2). While
 * one of them is late, nothing is paid to the Ambito (§7).
 */
@Service
@Transactional
public class DebitiInformativi implements ImpedimentoAlPagamento {

  private static final Set<FormatoFile> FORMATI =
      Set.of(FormatoFile.CSV, FormatoFile.TESTO, FormatoFile.XLSX);

  private final JdbcClient jdbc;
  private final Flussi flussi;
  private final Piani piani;
  private final Scadenze scadenze;
  private final Anagrafica anagrafica;
  private final Allegati allegati;
  private final Fascicolo fascicolo;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  DebitiInformativi(
      JdbcClient jdbc,
      Flussi flussi,
      Piani piani,
      Scadenze scadenze,
      Anagrafica anagrafica,
      Allegati allegati,
      Fascicolo fascicolo,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.flussi = flussi;
    this.piani = piani;
    this.scadenze = scadenze;
    this.anagrafica = anagrafica;
    this.allegati = allegati;
    this.fascicolo = fascicolo;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /** What one fact of the history says. */
  public record Voce(
      Fatto fatto, int acquisizione, String testo, String chi, OffsetDateTime quando) {}

  /** A window of the calendar. */
  private record Finestra(Flusso flusso, Periodo periodo) {

    LocalDate apertura() {
      return flusso.apertura(periodo);
    }
  }

  /**
   * Opens every window of the plan's triennio that should be open by now and is not. Calling it
   * again opens nothing twice.
   *
   * @return the debiti just opened
   */
  public List<DebitoInformativo> apri(long pianoId) {
    var piano = piani.riferimento(pianoId);
    var oggi = LocalDate.now(orologio);
    var presenti =
        new HashSet<>(
            jdbc.sql(
                    """
                    select flusso || ' ' || periodo from debito_informativo
                    where codice_ambito = ?""")
                .param(piano.codiceAmbito())
                .query(String.class)
                .list());
    var aperti = new ArrayList<DebitoInformativo>();
    for (var finestra : finestre(piano)) {
      var flusso = finestra.flusso();
      var periodo = finestra.periodo();
      if (!finestra.apertura().isAfter(oggi)
          && !presenti.contains(flusso.codice() + " " + periodo.codice())) {
        aperti.add(
            apri(
                piano,
                flusso,
                periodo.codice(),
                finestra.apertura(),
                flusso.chiusura(periodo),
                null));
      }
    }
    return aperti;
  }

  /** The next day on which a window of the plan's triennio opens, after today. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> prossimaApertura(long pianoId) {
    var oggi = LocalDate.now(orologio);
    return finestre(piani.riferimento(pianoId)).stream()
        .map(Finestra::apertura)
        .filter(giorno -> giorno.isAfter(oggi))
        .min(LocalDate::compareTo);
  }

  /**
   * Opens a flow due by call, or opens again one that was acquired, by an act of the Region (nuova
   * acquisizione).
   *
   * @param periodo of the flow to reopen, or a name for the call
   * @return the debito, to be sent by the given day
   * @throws DatoNonValido when the flow is not by call and was never opened, or is still open
   */
  public DebitoInformativo riapri(
      long pianoId, String codiceFlusso, String periodo, LocalDate scadenza, String atto) {
    var piano = piani.riferimento(pianoId);
    var flusso = flussi.flusso(codiceFlusso);
    var oggi = LocalDate.now(orologio);
    if (scadenza.isBefore(oggi)) {
      throw new DatoNonValido(
          "Nuovo termine", GIORNO.format(scadenza), "una data da oggi, " + GIORNO.format(oggi));
    }
    var termine = Termini.aData(scadenza, atto);
    var esistente =
        jdbc.sql(
                """
                select * from debito_informativo
                where codice_ambito = ? and flusso = ? and periodo = ? for update""")
            .params(piano.codiceAmbito(), codiceFlusso, periodo)
            .query(DebitiInformativi::debito)
            .optional();
    if (esistente.isEmpty()) {
      if (flusso.cadenza() != Cadenza.BANDO) {
        throw DatoNonValido.regola(
            "Periodo",
            "il flusso «%s» del periodo %s non è mai stato aperto: si apre da sé secondo il"
                    .formatted(flusso.denominazione(), periodo)
                + " calendario regionale.");
      }
      return apri(piano, flusso, periodo, oggi, termine, atto);
    }
    var debito = esistente.get();
    if (debito.stato() != StatoDebito.ACQUISITO) {
      throw DatoNonValido.regola(
          "Periodo",
          "il flusso «%s» del periodo %s è ancora %s e non si può riaprire."
              .formatted(flusso.denominazione(), periodo, debito.stato().descrizione()));
    }
    jdbc.sql(
            """
            update debito_informativo
            set stato = ?, acquisizione = acquisizione + 1, scadenza = ?, documento_id = null
            where id = ?""")
        .params(StatoDebito.DA_INVIARE.name(), termine.scadenza().toOffsetDateTime(), debito.id())
        .update();
    scadenze.registra(pianoId, "DEBITO_INFORMATIVO", "debito:" + debito.id(), termine);
    return racconta(debito.id(), Fatto.RIAPERTO, atto, null, "Regione");
  }

  /**
   * @throws DatoNonValido when no debito has that id
   */
  @Transactional(readOnly = true)
  public DebitoInformativo debito(long id) {
    return jdbc.sql("select * from debito_informativo where id = ?")
        .param(id)
        .query(DebitiInformativi::debito)
        .optional()
        .orElseThrow(() -> new DatoNonValido("Debito informativo", id, "un debito esistente"));
  }

  @Transactional(readOnly = true)
  public Flusso flusso(DebitoInformativo debito) {
    return flussi.flusso(debito.flusso());
  }

  /** All the debiti of a plan, by deadline. */
  @Transactional(readOnly = true)
  public List<DebitoInformativo> delPiano(long pianoId) {
    return jdbc.sql(
            "select * from debito_informativo where piano_id = ? order by scadenza, flusso, id")
        .param(pianoId)
        .query(DebitiInformativi::debito)
        .list();
  }

  /** What happened to a debito, oldest first. */
  @Transactional(readOnly = true)
  public List<Voce> storia(long debitoId) {
    return jdbc.sql("select * from debito_storia where debito_id = ? order by id")
        .param(debitoId)
        .query(
            (riga, n) ->
                new Voce(
                    Fatto.valueOf(riga.getString("fatto")),
                    riga.getInt("acquisizione"),
                    riga.getString("testo"),
                    riga.getString("chi"),
                    riga.getObject("quando", OffsetDateTime.class)))
        .list();
  }

  /** The file of the current acquisizione, if somebody put one there. */
  @Transactional(readOnly = true)
  public Optional<Documento> file(DebitoInformativo debito) {
    return Optional.ofNullable(debito.documentoId()).flatMap(fascicolo::documento);
  }

  /**
   * Checks the file of a flow and, when it is good, keeps it; a later one takes its place until the
   * flow is sent.
   *
   * @return the cells in error; empty when the file was kept
   * @throws DatoNonValido when the file is not a table of this flow, or the flow was sent already
   */
  public List<CellaErrata> carica(long debitoId, String nomeFile, byte[] contenuto, String chi) {
    var debito = conBlocco(debitoId);
    daInviare(debito);
    var flusso = flusso(debito);
    Allegato file = allegati.controlla("File del flusso", nomeFile, contenuto, FORMATI);
    var errori =
        ControlloFlusso.errori(
            flusso, FoglioDiCalcolo.leggi("File del flusso", file), comuni(debito));
    if (errori.isEmpty()) {
      var documento =
          fascicolo.conserva(
              new NuovoDocumento(
                  debito.pianoId(),
                  "debito:" + debitoId,
                  TipoDocumento.FLUSSO,
                  "%s, periodo %s".formatted(flusso.denominazione(), debito.periodo()),
                  file.nomeFile(),
                  file.formato().tipoContenuto(),
                  contenuto,
                  null,
                  chi));
      jdbc.sql("update debito_informativo set documento_id = ? where id = ?")
          .params(documento.id(), debitoId)
          .update();
    }
    return errori;
  }

  /**
   * Sends the file to the ATS for validation.
   *
   * @throws DatoNonValido without a file, or when the flow was sent already
   */
  public void invia(long debitoId, String protocollo, String chi) {
    var debito = conBlocco(debitoId);
    daInviare(debito);
    if (debito.documentoId() == null) {
      throw DatoNonValido.regola(
          "File del flusso",
          "manca il file: caricarlo nella pagina del flusso, che ne controlla ogni cella, e poi"
              + " completare il compito.");
    }
    passa(debitoId, StatoDebito.INVIATO);
    racconta(debitoId, Fatto.INVIATO, "protocollo " + protocollo, debito.documentoId(), chi);
  }

  /**
   * Records the validation of the ATS. A refused flow goes back to be sent again, and is late from
   * the moment its window is closed.
   *
   * @param motivi why it was refused; {@code null} when it is valid
   * @throws DatoNonValido when there is nothing to validate
   */
  public void valida(long debitoId, boolean valido, String motivi, String chi) {
    var debito = conBlocco(debitoId);
    if (debito.stato() != StatoDebito.INVIATO) {
      throw DatoNonValido.regola("Validazione", "il flusso non è in attesa di validazione.");
    }
    if (valido) {
      jdbc.sql("update debito_informativo set stato = ?, in_ritardo = false where id = ?")
          .params(StatoDebito.ACQUISITO.name(), debitoId)
          .update();
      racconta(debitoId, Fatto.ACQUISITO, null, debito.documentoId(), chi);
      return;
    }
    if (motivi == null || motivi.isBlank()) {
      throw new DatoNonValido("Motivi", null, "che cosa l'Ambito deve correggere");
    }
    jdbc.sql("update debito_informativo set stato = ?, documento_id = null where id = ?")
        .params(StatoDebito.DA_INVIARE.name(), debitoId)
        .update();
    racconta(debitoId, Fatto.RESPINTO, motivi, debito.documentoId(), chi);
  }

  /** Reminds the office once for each acquisizione, if nothing was sent yet. */
  public void ricorda(long debitoId) {
    var debito = conBlocco(debitoId);
    if (debito.stato() == StatoDebito.DA_INVIARE
        && !accaduto(debito, Fatto.IN_SCADENZA)
        && ZonedDateTime.now(orologio).isBefore(debito.scadenza())) {
      racconta(debitoId, Fatto.IN_SCADENZA, null, null, "sistema");
    }
  }

  /** Marks a debito late when its window closed with nothing sent; it can still be sent. */
  public void segnaInRitardo(long debitoId) {
    var debito = conBlocco(debitoId);
    if (debito.stato() == StatoDebito.DA_INVIARE && !debito.inRitardo()) {
      jdbc.sql("update debito_informativo set in_ritardo = true where id = ?")
          .param(debitoId)
          .update();
      racconta(debitoId, Fatto.IN_RITARDO, null, null, "sistema");
    }
  }

  @Override
  @Transactional(readOnly = true)
  public List<String> motivi(String codiceAmbito) {
    return jdbc
        .sql(
            """
            select * from debito_informativo where codice_ambito = ? and in_ritardo
            order by scadenza, id""")
        .param(codiceAmbito)
        .query(DebitiInformativi::debito)
        .list()
        .stream()
        .map(
            debito ->
                "il flusso «%s», periodo %s, atteso entro il %s non è ancora stato acquisito"
                    .formatted(
                        flusso(debito).denominazione(),
                        debito.periodo(),
                        GIORNO.format(debito.scadenza())))
        .toList();
  }

  private List<Finestra> finestre(RiferimentoPiano piano) {
    var triennio = piani.triennio(piano.triennio());
    return flussi.dellAmbito().stream()
        .flatMap(
            flusso ->
                Periodo.tra(flusso.cadenza(), triennio.inizio(), triennio.fine())
                    .map(periodo -> new Finestra(flusso, periodo)))
        .toList();
  }

  private DebitoInformativo apri(
      RiferimentoPiano piano,
      Flusso flusso,
      String periodo,
      LocalDate apertura,
      Termine termine,
      String atto) {
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into debito_informativo
              (piano_id, codice_ambito, flusso, periodo, apertura, scadenza, stato, in_ritardo,
               acquisizione)
            values (?, ?, ?, ?, ?, ?, ?, false, 1)""")
        .params(
            piano.pianoId(),
            piano.codiceAmbito(),
            flusso.codice(),
            periodo,
            apertura,
            termine.scadenza().toOffsetDateTime(),
            StatoDebito.DA_INVIARE.name())
        .update(chiave, "id");
    long id = chiave.getKeyAs(Number.class).longValue();
    scadenze.registra(piano.pianoId(), "DEBITO_INFORMATIVO", "debito:" + id, termine);
    return racconta(id, Fatto.APERTO, atto, null, "sistema");
  }

  private DebitoInformativo racconta(
      long debitoId, Fatto fatto, String testo, Long documentoId, String chi) {
    var debito = debito(debitoId);
    jdbc.sql(
            """
            insert into debito_storia
              (debito_id, acquisizione, fatto, testo, documento_id, chi, quando)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(
            debitoId,
            debito.acquisizione(),
            fatto.name(),
            testo,
            documentoId,
            chi,
            OffsetDateTime.now(orologio))
        .update();
    eventi.publishEvent(
        new EventoDebito(
            piani.riferimento(debito.pianoId()),
            debitoId,
            debito.acquisizione(),
            fatto,
            flusso(debito).denominazione(),
            debito.periodo(),
            debito.scadenza(),
            testo));
    return debito;
  }

  private boolean accaduto(DebitoInformativo debito, Fatto fatto) {
    return storia(debito.id()).stream()
        .anyMatch(voce -> voce.fatto() == fatto && voce.acquisizione() == debito.acquisizione());
  }

  private void passa(long debitoId, StatoDebito stato) {
    jdbc.sql("update debito_informativo set stato = ? where id = ?")
        .params(stato.name(), debitoId)
        .update();
  }

  private static void daInviare(DebitoInformativo debito) {
    if (debito.stato() != StatoDebito.DA_INVIARE) {
      throw DatoNonValido.regola(
          "File del flusso", "il flusso è già %s.".formatted(debito.stato().descrizione()));
    }
  }

  /** Where the Comuni of the Ambito are not known, those of the Region are accepted. */
  private Set<String> comuni(DebitoInformativo debito) {
    var dellAmbito = anagrafica.comuniDi(debito.codiceAmbito(), LocalDate.now(orologio));
    return (dellAmbito.isEmpty() ? anagrafica.comuni() : dellAmbito)
        .stream().map(Comune::codiceIstat).collect(Collectors.toSet());
  }

  private DebitoInformativo conBlocco(long debitoId) {
    return jdbc.sql("select * from debito_informativo where id = ? for update")
        .param(debitoId)
        .query(DebitiInformativi::debito)
        .optional()
        .orElseThrow(
            () -> new DatoNonValido("Debito informativo", debitoId, "un debito esistente"));
  }

  private static DebitoInformativo debito(ResultSet riga, int numero) throws SQLException {
    return new DebitoInformativo(
        riga.getLong("id"),
        riga.getLong("piano_id"),
        riga.getString("codice_ambito"),
        riga.getString("flusso"),
        riga.getString("periodo"),
        riga.getObject("apertura", LocalDate.class),
        riga.getObject("scadenza", OffsetDateTime.class).atZoneSameInstant(Termini.ROMA),
        StatoDebito.valueOf(riga.getString("stato")),
        riga.getBoolean("in_ritardo"),
        riga.getInt("acquisizione"),
        riga.getObject("documento_id", Long.class));
  }
}
