package it.pianodizona.coprogrammazione;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;

/** The applicant answered the preavviso di rigetto within the term. */
public record OsservazioniRicevute(RiferimentoPiano piano, long domandaId)
    implements EventoDelPiano {}
