package it.pianodizona.coprogrammazione;

import java.time.ZonedDateTime;

/**
 * How a co-programmazione ended, as the public may read it.
 *
 * @param dissensi dissent put on record; {@code null} when there was none
 * @param protocollo of the relazione, e.g. {@code 0000123/2024}
 * @param quando when it was closed, Europe/Rome
 */
public record RelazioneConclusiva(
    String relazione, String dissensi, String protocollo, ZonedDateTime quando) {}
