package it.pianodizona.documento;

/**
 * A card of part 1 in its place.
 *
 * @param numero its key in the version; not necessarily consecutive
 * @param revisione grows at each change
 */
public record EsitoNumerato(long documentoId, int numero, int revisione, EsitoPrecedente esito) {}
