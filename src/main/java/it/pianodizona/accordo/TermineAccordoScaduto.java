package it.pianodizona.accordo;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * The deadline for the signatures passed; who is still missing is told to president, ATS and
 * Region.
 */
public record TermineAccordoScaduto(
    RiferimentoPiano piano, long accordoId, ZonedDateTime termine, List<String> mancanti)
    implements EventoDelPiano {}
