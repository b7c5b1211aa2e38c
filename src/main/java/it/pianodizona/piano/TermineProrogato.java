package it.pianodizona.piano;

import java.time.ZonedDateTime;

/**
 * The regional term of a plan moved: whoever keeps timers or dates derived from it moves them now,
 * in the same transaction.
 *
 * @param prima the term until now, Europe/Rome
 * @param dopo the term from now on, Europe/Rome
 */
public record TermineProrogato(
    RiferimentoPiano piano, Proroga proroga, ZonedDateTime prima, ZonedDateTime dopo)
    implements EventoDelPiano {}
