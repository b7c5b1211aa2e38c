package it.pianodizona.coprogrammazione;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;

/**
 * The office revoked the address of an applicant's page and gave a new one.
 *
 * @param sostituzione key of the fact in the history of the domanda
 * @param token secret part of the new address
 */
public record IndirizzoSostituito(
    RiferimentoPiano piano,
    long domandaId,
    long sostituzione,
    String denominazione,
    String email,
    String token)
    implements EventoDelPiano {}
