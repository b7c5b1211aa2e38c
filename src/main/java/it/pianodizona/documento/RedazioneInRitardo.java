package it.pianodizona.documento;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;

/** The internal date for the draft of the Documento di Piano passed: an alarm for the office. */
public record RedazioneInRitardo(RiferimentoPiano piano, ZonedDateTime termine)
    implements EventoDelPiano {}
