package it.pianodizona.tavoli;

/**
 * How many meetings a body attended at one tavolo: only who took part may later adhere to the
 * Accordo di Programma (S3; art. 18 l.r. 3/2008).
 *
 * @param domandaId {@code null} for who did not apply
 */
public record Partecipazione(
    Long domandaId, String denominazione, String email, String area, int presenze) {}
