package it.pianodizona.tavoli;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.LocalDate;

/**
 * The verbale of a meeting is overdue: an alarm for the office.
 *
 * @param segnalato day of the alarm, which comes back every week
 */
public record VerbaleInRitardo(
    RiferimentoPiano piano, String area, Incontro incontro, LocalDate segnalato)
    implements EventoDelPiano {}
