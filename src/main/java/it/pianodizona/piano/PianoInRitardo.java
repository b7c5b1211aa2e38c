package it.pianodizona.piano;

import java.time.ZonedDateTime;

/** The regional date for the signed Accordo di Programma passed: the plan is late and goes on. */
public record PianoInRitardo(RiferimentoPiano piano, ZonedDateTime termine)
    implements EventoDelPiano {}
