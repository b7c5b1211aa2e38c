package it.pianodizona.coprogrammazione;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;

/** Soccorso istruttorio: the applicant has until a date to complete the domanda. */
public record IntegrazioneRichiesta(
    RiferimentoPiano piano,
    long domandaId,
    String denominazione,
    String email,
    String motivi,
    ZonedDateTime entro,
    String token)
    implements EventoDelPiano {}
