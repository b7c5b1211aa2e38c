package it.pianodizona.documento;

import it.pianodizona.anagrafica.Anagrafica;
import it.pianodizona.comune.Termini;
import it.pianodizona.fascicolo.Stampa;
import it.pianodizona.piano.Piani;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The document as a file, in the regional format (S3 § 8.2): PDF/A and DOCX. */
@Service
@Transactional(readOnly = true)
public class StampeDelDocumento {

  private final Documenti documenti;
  private final Redazione redazione;
  private final Piani piani;
  private final Anagrafica anagrafica;
  private final Stampa stampa;
  private final Clock orologio;

  StampeDelDocumento(
      Documenti documenti,
      Redazione redazione,
      Piani piani,
      Anagrafica anagrafica,
      Stampa stampa,
      Clock orologio) {
    this.documenti = documenti;
    this.redazione = redazione;
    this.piani = piani;
    this.anagrafica = anagrafica;
    this.stampa = stampa;
    this.orologio = orologio;
  }

  /** All that a version says, as it is now. */
  public Contenuto contenuto(long documentoId) {
    var documento = documenti.documento(documentoId);
    var piano = piani.riferimento(documento.pianoId());
    var ambito = anagrafica.ambito(piano.codiceAmbito());
    var nomeAmbito = "Ambito territoriale di " + ambito.denominazione();
    return new Contenuto(
        documento,
        nomeAmbito,
        ambito.capofila() == null ? nomeAmbito : ambito.capofila(),
        piano.triennio(),
        redazione.sezioni(documentoId),
        redazione.esiti(documentoId),
        documenti.obiettiviDelDocumento(documentoId),
        redazione.risorse(documentoId),
        documenti.pareri(documentoId),
        documenti.osservazioniDaRecepire(documentoId),
        redazione.deroghe(documentoId),
        ZonedDateTime.now(orologio).withZoneSameInstant(Termini.ROMA));
  }

  /** PDF/A with table of contents and bookmarks. */
  public byte[] pdf(Contenuto contenuto) {
    return stampa.pdf(
        "documento-di-piano", Map.of("documento", contenuto, "parti", List.of(Parte.values())));
  }

  /** DOCX with heading styles and a table of contents that the word processor brings up to date. */
  public byte[] docx(Contenuto contenuto) {
    return new DocumentoWord(contenuto).scrivi();
  }
}
