package it.pianodizona.coprogrammazione;

import java.time.ZonedDateTime;

/**
 * Proof of registration.
 *
 * @param protocollo e.g. {@code 0000123/2024}
 * @param token secret part of the applicant's page; unguessable
 * @param ricevuta arrival, Europe/Rome
 * @param tardiva arrived after the deadline: consultative participation only
 */
public record RicevutaDomanda(
    long domandaId, String protocollo, String token, ZonedDateTime ricevuta, boolean tardiva) {}
