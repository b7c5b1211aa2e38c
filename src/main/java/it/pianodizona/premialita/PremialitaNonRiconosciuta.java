package it.pianodizona.premialita;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;

/**
 * A project gets no premialità, or no saldo, for the stated reasons.
 *
 * @param progettoId {@code null} for the first level of 2018-2020
 */
public record PremialitaNonRiconosciuta(
    RiferimentoPiano piano, Long progettoId, String titolo, String motivi)
    implements EventoDelPiano {}
