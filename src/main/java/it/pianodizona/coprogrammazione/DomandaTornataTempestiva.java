package it.pianodizona.coprogrammazione;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;

/** A reopening of the notice made a late domanda timely; the applicant is told. */
public record DomandaTornataTempestiva(
    RiferimentoPiano piano,
    long domandaId,
    String denominazione,
    String email,
    String protocollo,
    ZonedDateTime nuovaScadenza,
    String token)
    implements EventoDelPiano {}
