package it.pianodizona.tavoli;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;

/** The verbale of a meeting is overdue: an alarm for the office. */
public record VerbaleInRitardo(
    RiferimentoPiano piano, long incontroId, String area, int numero, ZonedDateTime incontro)
    implements EventoDelPiano {}
