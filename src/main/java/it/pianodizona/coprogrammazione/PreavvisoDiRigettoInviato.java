package it.pianodizona.coprogrammazione;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;

/**
 * Preavviso di rigetto (art. 10-bis l. 241/1990): the applicant may send observations until a date.
 */
public record PreavvisoDiRigettoInviato(
    RiferimentoPiano piano,
    long domandaId,
    String denominazione,
    String email,
    String motivi,
    ZonedDateTime entro,
    String token)
    implements EventoDelPiano {}
