package it.pianodizona.tavoli;

/**
 * A contribution recorded in a verbale.
 *
 * @param incontro number of the meeting
 * @param ente name of the member who brought it
 */
public record ContributoRaccolto(
    int incontro, long membroId, String ente, TipoContributo tipo, String testo) {}
