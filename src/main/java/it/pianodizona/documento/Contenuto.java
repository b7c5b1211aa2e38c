package it.pianodizona.documento;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * All that one version of the document says, as it is printed.
 *
 * @param ambito name of the Ambito
 * @param ente the Ente capofila, or the Ambito when it is not known
 * @param osservazioni the remarks that this version answered
 * @param alla when this content was read, Europe/Rome
 */
public record Contenuto(
    DocumentoDiPiano documento,
    String ambito,
    String ente,
    String triennio,
    List<Sezione> sezioni,
    List<EsitoNumerato> esiti,
    List<Obiettivo> obiettivi,
    QuadroRisorse risorse,
    List<Parere> pareri,
    List<Osservazione> osservazioni,
    List<Deroga> deroghe,
    ZonedDateTime alla) {

  public String titolo() {
    return "Documento di Piano " + triennio;
  }

  /** E.g. {@code Versione 2, pronta per l'Assemblea, 12/11/2024}. */
  public String sottotitolo() {
    return "Versione %d, %s, %s"
        .formatted(documento.versione(), documento.stato(), GIORNO.format(alla));
  }

  public Sezione sezione(Parte parte) {
    return sezioni.get(parte.ordinal());
  }

  /** The blocks of the text of a part. */
  public List<Prosa.Blocco> testo(Parte parte) {
    return Prosa.blocchi(sezione(parte).testo());
  }

  /** "sì" or "no", with what was said about it. */
  public String siNo(boolean risposta, String precisazione) {
    return TestoScheda.siNo(risposta, precisazione);
  }

  /** A name for the files of this version, without extension. */
  public String nomeFile() {
    return "documento-di-piano-%s-versione-%d".formatted(triennio, documento.versione());
  }
}
