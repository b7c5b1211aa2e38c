package it.pianodizona.coprogrammazione;

import java.time.ZonedDateTime;

/**
 * Something that happened to a domanda.
 *
 * @param testo what was written on that occasion; {@code null} when nothing was
 * @param norma rule cited; {@code null} when none was
 * @param chi login of the official, {@code richiedente} or {@code sistema}
 */
public record VoceStoria(
    FattoDomanda fatto, String testo, String norma, String chi, ZonedDateTime quando) {}
