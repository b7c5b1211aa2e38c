package it.pianodizona.coprogrammazione;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;

/**
 * An applicant sent a domanda and its procedure must start. Domande that the office types in start
 * theirs from the office's own form.
 */
public record DomandaDaIstruire(
    RiferimentoPiano piano, long avvisoId, long domandaId, String protocollo)
    implements EventoDelPiano {}
