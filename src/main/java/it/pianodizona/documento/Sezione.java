package it.pianodizona.documento;

import java.time.ZonedDateTime;

/**
 * One part of one version of the document.
 *
 * @param responsabile who is in charge of it; {@code null} until somebody is
 * @param testo {@code null} until it is written
 * @param consegnata handed in with its task: from then on it stays as it is
 * @param revisione grows at each change; who saves must have read the last one
 * @param aggiornata Europe/Rome
 * @param aggiornataDa login
 */
public record Sezione(
    long documentoId,
    Parte parte,
    StatoSezione stato,
    String responsabile,
    String testo,
    boolean consegnata,
    int revisione,
    ZonedDateTime aggiornata,
    String aggiornataDa) {

  /** The text, empty when there is none. */
  public String testoOVuoto() {
    return testo == null ? "" : testo;
  }
}
