package it.pianodizona.notifiche;

import java.time.ZonedDateTime;

/**
 * A meeting to put in a calendar.
 *
 * @param uid the same for the whole life of the meeting, whatever changes
 * @param sequenza grows each time the meeting changes
 * @param inizio Europe/Rome
 * @param fine Europe/Rome, after {@code inizio}
 */
public record Invito(
    String uid,
    int sequenza,
    MetodoInvito metodo,
    ZonedDateTime inizio,
    ZonedDateTime fine,
    String luogo,
    String titolo,
    String descrizione) {}
