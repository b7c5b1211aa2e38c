package it.pianodizona.documento;

import java.time.ZonedDateTime;

/**
 * One version of the Documento di Piano, without its lists. A text is {@code null} until it is
 * written for the first time.
 *
 * @param versione 1 for the first; each return to the drafting opens the next one
 * @param scadenzaBozza internal date for the draft, Europe/Rome: ordinatorio
 * @param pronto when the version was declared ready for the Assemblea; {@code null} before
 */
public record DocumentoDiPiano(
    long id,
    long pianoId,
    int versione,
    String contesto,
    String soggetti,
    String bisogni,
    String valutazione,
    String integrazione,
    ZonedDateTime scadenzaBozza,
    ZonedDateTime pronto) {}
