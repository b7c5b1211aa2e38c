package it.pianodizona.tavoli;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;

/** A member sends somebody else to a meeting; both are told. */
public record SostitutoIndicato(
    RiferimentoPiano piano, String area, Incontro incontro, Sostituto sostituto, Invitato alPostoDi)
    implements EventoDelPiano {}
