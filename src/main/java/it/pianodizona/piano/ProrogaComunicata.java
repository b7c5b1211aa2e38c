package it.pianodizona.piano;

import java.util.List;

/**
 * A proroga was applied to all its plans: everyone concerned is to be told, once.
 *
 * @param piani the plans whose term moved, by Ambito
 */
public record ProrogaComunicata(Proroga proroga, List<Piano> piani) {}
