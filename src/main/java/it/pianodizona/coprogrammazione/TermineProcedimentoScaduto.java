package it.pianodizona.coprogrammazione;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;

/** The term of the procedure on a domanda passed with no outcome: an alarm for the office. */
public record TermineProcedimentoScaduto(
    RiferimentoPiano piano, long domandaId, String denominazione, ZonedDateTime termine)
    implements EventoDelPiano {}
