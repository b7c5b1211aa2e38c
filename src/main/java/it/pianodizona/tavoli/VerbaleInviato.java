package it.pianodizona.tavoli;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * The draft of a verbale goes to the members, who may remark on it.
 *
 * @param termineOsservazioni last instant for remarks, Europe/Rome
 */
public record VerbaleInviato(
    RiferimentoPiano piano,
    String area,
    Incontro incontro,
    ZonedDateTime termineOsservazioni,
    List<Invitato> invitati)
    implements EventoDelPiano {}
