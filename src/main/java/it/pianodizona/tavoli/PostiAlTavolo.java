package it.pianodizona.tavoli;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Destinatario;
import it.pianodizona.comune.Email;
import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.TipoDocumento;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a member does by its personal link, without a login. The link opens the tavoli of its own
 * body and nothing else: whatever does not belong there is answered as if it did not exist.
 */
@Service
@Transactional
public class PostiAlTavolo {

  /** Longest text that a member may send at once. */
  public static final int TESTO_MASSIMO = 4000;

  private static final int NOME_MASSIMO = 120;

  private final JdbcClient jdbc;
  private final Composizione composizione;
  private final Incontri incontri;
  private final Verbali verbali;
  private final Contributi contributi;
  private final Domande domande;
  private final Fascicolo fascicolo;
  private final Clock orologio;

  PostiAlTavolo(
      JdbcClient jdbc,
      Composizione composizione,
      Incontri incontri,
      Verbali verbali,
      Contributi contributi,
      Domande domande,
      Fascicolo fascicolo,
      Clock orologio) {
    this.jdbc = jdbc;
    this.composizione = composizione;
    this.incontri = incontri;
    this.verbali = verbali;
    this.contributi = contributi;
    this.domande = domande;
    this.fascicolo = fascicolo;
    this.orologio = orologio;
  }

  /** The page behind a link; empty when the link is unknown, revoked or expired. */
  @Transactional(readOnly = true)
  public Optional<Posto> posto(String token) {
    return composizione
        .soggetto(token)
        .map(soggetto -> new Posto(denominazione(soggetto), seggi(soggetto)));
  }

  private String denominazione(long soggettoId) {
    return jdbc.sql("select denominazione from soggetto_tavoli where id = ?")
        .param(soggettoId)
        .query(String.class)
        .single();
  }

  private List<Posto.Seggio> seggi(long soggettoId) {
    var seggi = new ArrayList<Posto.Seggio>();
    for (long tavoloId : tavoli(soggettoId)) {
      var tavolo = composizione.tavolo(tavoloId);
      var membro =
          composizione.anchePassati(tavoloId).stream()
              .filter(m -> m.soggettoId() == soggettoId)
              .findFirst()
              .orElseThrow();
      boolean seduto =
          composizione.membri(tavoloId).stream().anyMatch(m -> m.soggettoId() == soggettoId);
      seggi.add(
          new Posto.Seggio(
              tavolo,
              membro,
              !seduto,
              seduto && contributi.aperti(tavoloId),
              incontri.delTavolo(tavoloId).stream()
                  .filter(i -> i.stato() != StatoIncontro.PREVISTO)
                  .map(i -> appuntamento(i, membro, seduto))
                  .filter(a -> seduto || a.verbale() != null)
                  .toList()));
    }
    return seggi;
  }

  private List<Long> tavoli(long soggettoId) {
    return jdbc.sql("select tavolo_id from membro_tavolo where soggetto_id = ? order by tavolo_id")
        .param(soggettoId)
        .query(Long.class)
        .list();
  }

  private Posto.Appuntamento appuntamento(Incontro incontro, Membro membro, boolean seduto) {
    var adesso = ZonedDateTime.now(orologio);
    var verbale =
        verbali
            .scheda(incontro.id())
            .filter(v -> v.bozzaId() != null)
            .filter(v -> seduto || v.presenti().contains(membro.id()))
            .orElse(null);
    return new Posto.Appuntamento(
        incontro,
        incontri.risposte(incontro.id()).get(membro.id()),
        seduto && incontro.convocato() && incontro.fine().isAfter(adesso),
        verbale,
        seduto && verbale != null && verbale.osservabile(adesso));
  }

  /** The plan that a seat belongs to. */
  @Transactional(readOnly = true)
  public RiferimentoPiano piano(Posto.Seggio seggio) {
    return composizione.piano(seggio.tavolo());
  }

  /** What the member has sent to one tavolo so far. */
  @Transactional(readOnly = true)
  public List<ContributoScritto> contributi(Posto.Seggio seggio) {
    return contributi.delTavolo(seggio.tavolo().id()).stream()
        .filter(c -> c.membroId() == seggio.membro().id())
        .toList();
  }

  /** The substitute that the body named once in its domanda, to start from. */
  @Transactional(readOnly = true)
  public Optional<Destinatario> sostitutoAbituale(Posto.Seggio seggio) {
    return Optional.ofNullable(seggio.membro().domandaId())
        .map(domande::domanda)
        .map(d -> d.dati())
        .filter(d -> d.sostituto() != null && d.sostitutoEmail() != null)
        .map(d -> new Destinatario(d.sostituto(), d.sostitutoEmail()));
  }

  /**
   * Answers a convocation.
   *
   * @param nome of the substitute; not read for other answers
   * @param email of the substitute; not read for other answers
   * @throws DatoNonValido when the link does not reach this meeting, the meeting is over, or the
   *     substitute cannot be reached
   */
  public void rispondi(
      String token, long incontroId, EsitoRisposta esito, String nome, String email) {
    var membro = seduto(token, incontri.incontro(incontroId).tavoloId());
    Destinatario sostituto = null;
    if (esito == EsitoRisposta.SOSTITUTO) {
      var chi = testo("Nome del sostituto", nome, NOME_MASSIMO);
      if (email == null || email.isBlank()) {
        throw DatoNonValido.regola(
            "E-mail del sostituto", "manca: serve per mandare l'invito a chi partecipa.");
      }
      sostituto = new Destinatario(chi, Email.di(email).indirizzo());
      if (sostituto.email().equalsIgnoreCase(membro.email())) {
        throw DatoNonValido.regola(
            "E-mail del sostituto", "è lo stesso indirizzo che riceve le convocazioni dell'ente.");
      }
    }
    incontri.rispondi(membro, incontroId, esito, sostituto);
  }

  /**
   * Remarks on the draft of a verbale.
   *
   * @throws DatoNonValido when the link does not reach this meeting, the term is not open, or the
   *     text is missing
   */
  public void osserva(String token, long incontroId, String testo) {
    var membro = seduto(token, incontri.incontro(incontroId).tavoloId());
    verbali.osserva(membro, incontroId, testo("Osservazione", testo, TESTO_MASSIMO));
  }

  /**
   * Sends a contribution to a tavolo.
   *
   * @throws DatoNonValido when the link does not reach this tavolo, the synthesis is written, the
   *     text is missing or a file cannot be accepted
   */
  public void contribuisci(
      String token, long tavoloId, TipoContributo tipo, String testo, List<FileInviato> file) {
    var membro = seduto(token, tavoloId);
    contributi.aggiungi(
        composizione.tavolo(tavoloId),
        membro,
        tipo,
        testo("Testo del contributo", testo, TESTO_MASSIMO),
        file);
  }

  private Membro seduto(String token, long tavoloId) {
    long soggetto =
        composizione
            .soggetto(token)
            .orElseThrow(() -> DatoNonValido.regola("Collegamento", "non è valido o è scaduto."));
    return composizione.membri(tavoloId).stream()
        .filter(m -> m.soggettoId() == soggetto)
        .findFirst()
        .orElseThrow(() -> DatoNonValido.regola("Tavolo", "non risulta un posto a questo tavolo."));
  }

  private static String testo(String campo, String testo, int massimo) {
    var pulito = testo == null ? "" : testo.replace("\r\n", "\n").strip();
    if (pulito.isEmpty()) {
      throw DatoNonValido.regola(campo, "manca: scriverlo prima di inviare.");
    }
    if (pulito.length() > massimo) {
      throw DatoNonValido.regola(
          campo,
          "ha %d caratteri: se ne accettano al massimo %d.".formatted(pulito.length(), massimo));
    }
    if (pulito.contains("<") || pulito.contains(">")) {
      throw DatoNonValido.regola(campo, "contiene i segni < o >: si accetta solo testo semplice.");
    }
    if (pulito.chars().anyMatch(c -> Character.isISOControl(c) && "\n\t".indexOf(c) < 0)) {
      throw DatoNonValido.regola(campo, "contiene caratteri illeggibili.");
    }
    return pulito;
  }

  /** A document that the link may open: the verbali of its meetings, its own files. */
  @Transactional(readOnly = true)
  public Optional<Documento> documento(String token, long documentoId) {
    return posto(token)
        .filter(posto -> apribili(posto).contains(documentoId))
        .flatMap(posto -> fascicolo.documento(documentoId));
  }

  private Set<Long> apribili(Posto posto) {
    var verbaliInviati =
        posto.seggi().stream()
            .flatMap(s -> s.appuntamenti().stream())
            .map(Posto.Appuntamento::verbale)
            .filter(v -> v != null)
            .flatMap(
                v -> Stream.of(Optional.of(v.bozzaId()), Optional.ofNullable(v.definitivoId())))
            .flatMap(Optional::stream);
    var propriFile =
        posto.seggi().stream()
            .flatMap(s -> contributi(s).stream())
            .flatMap(c -> c.file().stream())
            .filter(d -> d.tipo() == TipoDocumento.CONTRIBUTO)
            .map(Documento::id);
    return Stream.concat(verbaliInviati, propriFile).collect(Collectors.toSet());
  }

  /** Bytes of a document that {@link #documento} has allowed. */
  @Transactional(readOnly = true)
  public byte[] contenuto(Documento documento) {
    return fascicolo.contenuto(documento.id());
  }
}
