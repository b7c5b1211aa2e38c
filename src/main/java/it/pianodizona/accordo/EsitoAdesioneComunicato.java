package it.pianodizona.accordo;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;

/** The office decided about a request to adhere and the body is told. */
public record EsitoAdesioneComunicato(RiferimentoPiano piano, Adesione adesione)
    implements EventoDelPiano {}
