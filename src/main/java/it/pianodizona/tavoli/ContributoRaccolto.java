package it.pianodizona.tavoli;

/**
 * What a member brought to the tavolo, said at a meeting or sent in writing.
 *
 * @param provenienza where it comes from, e.g. {@code incontro n. 1}
 * @param ente name of the member who brought it
 */
public record ContributoRaccolto(
    String provenienza, long membroId, String ente, TipoContributo tipo, String testo) {}
