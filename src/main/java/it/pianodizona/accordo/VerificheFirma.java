package it.pianodizona.accordo;

import it.pianodizona.accordo.firmadigitale.EsitoVerifica;
import it.pianodizona.accordo.firmadigitale.Verifica;
import it.pianodizona.accordo.firmadigitale.VerificaFirmaDigitale;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.fascicolo.Allegati;
import it.pianodizona.fascicolo.Allegato;
import it.pianodizona.fascicolo.Fascicolo;
import it.pianodizona.fascicolo.FormatoFile;
import it.pianodizona.fascicolo.NuovoDocumento;
import it.pianodizona.fascicolo.TipoDocumento;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The signed files that the bodies upload, each with what its check found. */
@Service
@Transactional
public class VerificheFirma {

  private static final String CAMPO = "File firmato";

  private final JdbcClient jdbc;
  private final Accordi accordi;
  private final TestiAccordo testi;
  private final Fascicolo fascicolo;
  private final Allegati allegati;
  private final VerificaFirmaDigitale firmaDigitale;
  private final ApplicationEventPublisher eventi;
  private final Clock orologio;

  VerificheFirma(
      JdbcClient jdbc,
      Accordi accordi,
      TestiAccordo testi,
      Fascicolo fascicolo,
      Allegati allegati,
      VerificaFirmaDigitale firmaDigitale,
      ApplicationEventPublisher eventi,
      Clock orologio) {
    this.jdbc = jdbc;
    this.accordi = accordi;
    this.testi = testi;
    this.fascicolo = fascicolo;
    this.allegati = allegati;
    this.firmaDigitale = firmaDigitale;
    this.eventi = eventi;
    this.orologio = orologio;
  }

  /**
   * A file that was uploaded, with its check.
   *
   * @param documentoId in the fascicolo; {@code null} when the file was refused
   * @param firmata the moment the signature claims; {@code null} when not known
   * @param motivoConferma why a doubtful result was accepted; {@code null} when nobody did
   */
  public record Caricato(
      long id,
      Long documentoId,
      String nomeFile,
      String sha256,
      EsitoVerifica esito,
      String formato,
      String firmatario,
      String emittente,
      ZonedDateTime firmata,
      String dettaglio,
      ZonedDateTime verificata,
      String caricataDa,
      String motivoConferma,
      String confermataDa) {

    public boolean daConfermare() {
      return esito.dubbio() && motivoConferma == null;
    }

    /** In one line, as it is shown next to the body's task. */
    public String riassunto() {
      return "%s%s%s"
          .formatted(
              esito.descrizione(),
              firmatario == null ? "" : " – " + firmatario,
              daConfermare() ? " (da confermare)" : "");
    }
  }

  /**
   * Checks a signed file and keeps the result; the file itself only when it can be relied upon, at
   * least with a doubt.
   *
   * @throws DatoNonValido when it is no PDF or P7M, the body answered already, or there is no text
   *     to compare it with
   */
  public Caricato carica(long firmaId, String nomeFile, byte[] contenuto, String chi) {
    Sottoscrittore ente = accordi.sottoscrittore(firmaId);
    AccordoDiProgramma accordo = accordi.accordo(ente.accordoId());
    if (accordi.mancanti(accordo.id()).stream().noneMatch(m -> m.firmaId() == firmaId)) {
      throw DatoNonValido.regola(CAMPO, ente.nome() + " ha già risposto.");
    }
    Allegato allegato =
        allegati.controlla(
            CAMPO, nomeFile, contenuto, Set.of(FormatoFile.PDF, FormatoFile.PDF_FIRMATO));
    var testo =
        testi
            .documento(accordo.testoId())
            .orElseThrow(
                () ->
                    DatoNonValido.regola(CAMPO, "il testo dell'Accordo non è ancora depositato."));
    Verifica verifica =
        firmaDigitale.verifica(allegato.contenuto(), allegato.formato(), testo.sha256());
    Long documentoId =
        verifica.esito().accettabile()
            ? fascicolo
                .conserva(
                    new NuovoDocumento(
                        accordo.pianoId(),
                        "firma:" + firmaId,
                        TipoDocumento.FIRMA,
                        "Accordo di Programma firmato – " + ente.nome(),
                        allegato.nomeFile(),
                        allegato.formato().tipoContenuto(),
                        allegato.contenuto(),
                        null,
                        chi))
                .id()
            : null;
    var chiave = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into verifica_firma
              (sottoscrittore_id, documento_id, nome_file, sha256, formato, esito, firmatario,
               emittente, firmata, dettaglio, verificata, caricata_da)
            values (?, cast(? as bigint), ?, ?, ?, ?, ?, ?, cast(? as timestamp with time zone), ?,
                    ?, ?)
            """)
        .param(firmaId)
        .param(documentoId)
        .param(allegato.nomeFile())
        .param(allegato.sha256())
        .param(verifica.formato())
        .param(verifica.esito().name())
        .param(accorcia(verifica.firmatario()))
        .param(accorcia(verifica.emittente()))
        .param(verifica.firmata() == null ? null : verifica.firmata().toOffsetDateTime())
        .param(verifica.dettaglio())
        .param(OffsetDateTime.now(orologio))
        .param(chi)
        .update(chiave, "id");
    var caricato = caricati(firmaId).get(0);
    eventi.publishEvent(new FirmaVerificata(firmaId, caricato.riassunto()));
    return caricato;
  }

  /**
   * Accepts a doubtful result.
   *
   * @throws DatoNonValido when it is not doubtful, was accepted already, or the reason is missing
   */
  public void conferma(long firmaId, long verificaId, String motivo, String chi) {
    if (motivo == null || motivo.strip().length() < 10 || motivo.strip().length() > 500) {
      throw DatoNonValido.regola(
          "Motivo della conferma", "occorre un motivo, da 10 a 500 caratteri.");
    }
    var caricato =
        caricati(firmaId).stream()
            .filter(c -> c.id() == verificaId)
            .findFirst()
            .orElseThrow(
                () -> new DatoNonValido("File firmato", verificaId, "un file di questo ente"));
    if (!caricato.daConfermare()) {
      throw DatoNonValido.regola(
          "Motivo della conferma",
          "questo file non è da confermare: %s.".formatted(caricato.esito().descrizione()));
    }
    jdbc.sql(
            """
            insert into conferma_verifica (verifica_id, motivo, confermata, confermata_da)
            values (?, ?, ?, ?)
            """)
        .params(verificaId, motivo.strip(), OffsetDateTime.now(orologio), chi)
        .update();
    eventi.publishEvent(new FirmaVerificata(firmaId, caricati(firmaId).get(0).riassunto()));
  }

  /** What a body uploaded, the newest first. */
  @Transactional(readOnly = true)
  public List<Caricato> caricati(long firmaId) {
    return jdbc.sql(
            """
            select v.*, c.motivo, c.confermata_da
              from verifica_firma v left join conferma_verifica c on c.verifica_id = v.id
             where v.sottoscrittore_id = ? order by v.id desc
            """)
        .param(firmaId)
        .query(
            (riga, numero) -> {
              var firmata = riga.getObject("firmata", OffsetDateTime.class);
              return new Caricato(
                  riga.getLong("id"),
                  riga.getObject("documento_id", Long.class),
                  riga.getString("nome_file"),
                  riga.getString("sha256"),
                  EsitoVerifica.valueOf(riga.getString("esito")),
                  riga.getString("formato"),
                  riga.getString("firmatario"),
                  riga.getString("emittente"),
                  firmata == null ? null : firmata.atZoneSameInstant(Termini.ROMA),
                  riga.getString("dettaglio"),
                  riga.getObject("verificata", OffsetDateTime.class)
                      .atZoneSameInstant(Termini.ROMA),
                  riga.getString("caricata_da"),
                  riga.getString("motivo"),
                  riga.getString("confermata_da"));
            })
        .list();
  }

  private static String accorcia(String testo) {
    return testo == null || testo.length() <= 300 ? testo : testo.substring(0, 299) + "…";
  }
}
