package it.pianodizona.accordo;

/**
 * A signed file was uploaded, or a doubtful one confirmed.
 *
 * @param riassunto the outcome in one line, as it is shown next to the body's task
 */
public record FirmaVerificata(long firmaId, String riassunto) {}
