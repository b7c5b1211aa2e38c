package it.pianodizona.assemblea;

/**
 * A Comune as a member of the Assemblea on the day of the sitting.
 *
 * @param popolazione inhabitants in the year the rules refer to; 0 when they are not known and the
 *     rules count heads only
 */
public record Componente(String codiceIstat, String denominazione, int popolazione) {}
