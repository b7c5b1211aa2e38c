package it.pianodizona.tavoli;

import it.pianodizona.comune.Destinatario;
import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;

/**
 * Somebody who was invited to a meeting is no longer expected: the meeting leaves that calendar
 * only.
 *
 * @param riferimento what ended the invitation, e.g. {@code risposta:12} or {@code uscita:7}
 * @param motivo as the person reads it
 */
public record InvitoRitirato(
    RiferimentoPiano piano,
    String area,
    Incontro incontro,
    Destinatario chi,
    String riferimento,
    String motivo)
    implements EventoDelPiano {}
