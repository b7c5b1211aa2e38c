package it.pianodizona.coprogrammazione;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;

/** The applicant completed the domanda within the term. */
public record IntegrazioneRicevuta(RiferimentoPiano piano, long domandaId)
    implements EventoDelPiano {}
