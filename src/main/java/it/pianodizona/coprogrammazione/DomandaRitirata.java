package it.pianodizona.coprogrammazione;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;

/** The applicant withdrew; a procedure still under way ends. */
public record DomandaRitirata(RiferimentoPiano piano, long domandaId) implements EventoDelPiano {}
