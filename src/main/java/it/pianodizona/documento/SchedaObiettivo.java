package it.pianodizona.documento;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;

/**
 * What the Documento di Piano says of one objective: the fields of S3, Tabella 3.
 *
 * @param target who the action is for
 * @param risorseEconomiche planned, also approximate, never negative
 * @param personale who works on it and with which tasks
 * @param areeTrasversali with which other areas; {@code null} unless {@code trasversale}
 * @param continuita whether it continues the previous programme
 * @param coProgettatoCon with whom; {@code null} unless {@code coProgettato}
 * @param bisogni the needs it answers: input indicators
 * @param modalita how it is organised and delivered: process indicators
 * @param risultati what it will reach: output indicators
 * @param impatto what it will change: outcome indicators
 * @param candidatoPremialita proposed as a project for the regional premialità
 */
public record SchedaObiettivo(
    String titolo,
    Macroarea macroarea,
    String descrizione,
    String target,
    Denaro risorseEconomiche,
    String personale,
    boolean trasversale,
    String areeTrasversali,
    boolean integrazioneSociosanitaria,
    boolean continuita,
    boolean coProgettato,
    String coProgettatoCon,
    String bisogni,
    String modalita,
    String risultati,
    String impatto,
    boolean candidatoPremialita) {

  /**
   * @throws DatoNonValido when the resources are negative, or a yes lacks its "which ones"
   */
  public SchedaObiettivo {
    if (risorseEconomiche.negativo()) {
      throw new DatoNonValido(
          "Risorse economiche", risorseEconomiche, "un importo maggiore o uguale a zero");
    }
    areeTrasversali = precisato(trasversale, areeTrasversali, titolo, "Con quali aree");
    coProgettatoCon = precisato(coProgettato, coProgettatoCon, titolo, "Con quali attori");
  }

  private static String precisato(boolean risposta, String testo, String titolo, String campo) {
    if (!risposta) {
      return null;
    }
    if (testo == null || testo.isBlank()) {
      throw DatoNonValido.regola(
          campo, "da indicare per l'obiettivo «%s», che risponde sì.".formatted(titolo));
    }
    return testo.strip();
  }
}
