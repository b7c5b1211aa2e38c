package it.pianodizona.coprogrammazione;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;

/** The public notice of co-programmazione is on line and domande can be sent. */
public record AvvisoPubblicato(
    RiferimentoPiano piano,
    long avvisoId,
    String numero,
    String titolo,
    ZonedDateTime scadenzaDomande)
    implements EventoDelPiano {}
