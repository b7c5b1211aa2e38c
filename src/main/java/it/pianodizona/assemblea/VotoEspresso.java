package it.pianodizona.assemblea;

/**
 * The vote of one Comune, as a row of the register.
 *
 * @param peso votes it is worth
 * @param rappresentante who cast it; {@code null} for the mayor
 * @param corregge the row it corrects, else {@code null}
 */
public record VotoEspresso(
    long id,
    long votazioneId,
    String codiceIstat,
    Voto voto,
    long peso,
    String rappresentante,
    Long corregge) {}
