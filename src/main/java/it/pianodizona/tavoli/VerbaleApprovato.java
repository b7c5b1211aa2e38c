package it.pianodizona.tavoli;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.util.List;

/**
 * The verbale of a meeting is final.
 *
 * @param osservazioni how many remarks were decided on
 */
public record VerbaleApprovato(
    RiferimentoPiano piano,
    String area,
    Incontro incontro,
    int osservazioni,
    List<Invitato> invitati)
    implements EventoDelPiano {}
