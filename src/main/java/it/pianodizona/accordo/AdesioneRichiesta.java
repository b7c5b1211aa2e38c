package it.pianodizona.accordo;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;

/** A body asked to adhere to the Accordo: the office examines the request. */
public record AdesioneRichiesta(RiferimentoPiano piano, Adesione adesione)
    implements EventoDelPiano {}
