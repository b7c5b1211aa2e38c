package it.pianodizona.premialita;

import java.time.LocalDate;

/**
 * An Ambito leaves a project.
 *
 * @param codiceAmbito who leaves: a partner, or the Ambito whose project it is
 * @param atto act of the body that decided it
 */
public record Recesso(String codiceAmbito, String atto, LocalDate data, String motivo) {}
