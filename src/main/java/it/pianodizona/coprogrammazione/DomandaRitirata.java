package it.pianodizona.coprogrammazione;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;

/**
 * The applicant withdrew: a procedure still under way ends, and the office is told.
 *
 * @param situazione where the domanda stood, as officials write it
 */
public record DomandaRitirata(
    RiferimentoPiano piano,
    long domandaId,
    String denominazione,
    String protocollo,
    String numeroAvviso,
    String situazione)
    implements EventoDelPiano {}
