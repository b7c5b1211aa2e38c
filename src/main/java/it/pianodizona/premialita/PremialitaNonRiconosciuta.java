package it.pianodizona.premialita;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;

/** A project gets no premialità, or no saldo, for the stated reasons. */
public record PremialitaNonRiconosciuta(
    RiferimentoPiano piano, long progettoId, String titolo, String motivi)
    implements EventoDelPiano {}
