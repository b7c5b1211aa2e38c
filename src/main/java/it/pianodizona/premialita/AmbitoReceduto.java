package it.pianodizona.premialita;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;

/**
 * An Ambito left a project, as the plan of each Ambito that takes part in it hears of it.
 *
 * @param ambito name of the Ambito that left
 * @param conseguenza what follows for the project of this plan, one sentence
 */
public record AmbitoReceduto(
    RiferimentoPiano piano,
    long progettoId,
    String titolo,
    String codiceAmbito,
    String ambito,
    String atto,
    String motivo,
    String conseguenza)
    implements EventoDelPiano {}
