package it.pianodizona.coprogrammazione;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;

/** The list of those admitted is public: the tavoli of the areas can be set up. */
public record ElencoAmmessiPubblicato(RiferimentoPiano piano, long avvisoId, String numero)
    implements EventoDelPiano {}
