package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;
import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;

/**
 * The amount of a project changed after it was determined.
 *
 * @param determinazioneId grows with every determination of the project
 * @param residua what is left to pay; below zero it is to be recovered
 */
public record PremialitaRideterminata(
    RiferimentoPiano piano,
    long progettoId,
    long determinazioneId,
    String titolo,
    Denaro prima,
    Denaro dopo,
    Denaro residua,
    String motivo)
    implements EventoDelPiano {}
