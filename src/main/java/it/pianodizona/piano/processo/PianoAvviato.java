package it.pianodizona.piano.processo;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;

/** The life cycle of a plan began. */
public record PianoAvviato(RiferimentoPiano piano) implements EventoDelPiano {}
