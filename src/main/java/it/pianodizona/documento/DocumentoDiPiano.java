package it.pianodizona.documento;

import java.time.ZonedDateTime;

/**
 * One version of the Documento di Piano, without its parts.
 *
 * @param versione 1 for the first; each return to the drafting opens the next one
 * @param scadenzaBozza internal date for the draft, Europe/Rome: ordinatorio
 * @param aperto when the version was opened, Europe/Rome
 * @param depositato when it was put in the fascicolo for the Comitato; {@code null} while written
 * @param pronto when the version was declared ready for the Assemblea; {@code null} before
 */
public record DocumentoDiPiano(
    long id,
    long pianoId,
    int versione,
    ZonedDateTime scadenzaBozza,
    ZonedDateTime aperto,
    ZonedDateTime depositato,
    ZonedDateTime pronto) {

  /** Where its files are in the fascicolo. */
  public String riferimento() {
    return "documento:" + id;
  }

  /** How far it is, in words. */
  public String stato() {
    if (pronto != null) {
      return "pronta per l'Assemblea";
    }
    return depositato == null ? "in redazione" : "all'esame";
  }
}
