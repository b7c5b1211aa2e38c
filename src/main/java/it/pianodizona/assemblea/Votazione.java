package it.pianodizona.assemblea;

import java.time.ZonedDateTime;

/**
 * One vote, as it was counted. When the quorum was missing nothing was voted and the count is
 * empty.
 *
 * @param registrata when it was recorded, Europe/Rome
 */
public record Votazione(
    long sedutaId,
    int convocazione,
    Punto punto,
    Quorum quorum,
    Scrutinio scrutinio,
    boolean valida,
    boolean approvata,
    ZonedDateTime registrata) {}
