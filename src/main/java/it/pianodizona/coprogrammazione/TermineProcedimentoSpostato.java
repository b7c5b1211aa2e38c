package it.pianodizona.coprogrammazione;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;

/**
 * The term of a procedure moved: whatever waits for it must move too.
 *
 * @param prima last instant of the old term, Europe/Rome
 * @param dopo last instant of the new one
 */
public record TermineProcedimentoSpostato(
    RiferimentoPiano piano, long domandaId, ZonedDateTime prima, ZonedDateTime dopo)
    implements EventoDelPiano {}
