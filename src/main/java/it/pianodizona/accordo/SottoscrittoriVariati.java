package it.pianodizona.accordo;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;

/** Comuni joined or left the Ambito while the signatures are collected. */
public record SottoscrittoriVariati(
    RiferimentoPiano piano, long accordoId, Accordi.Variazione variazione)
    implements EventoDelPiano {}
