package it.pianodizona.anagrafica;

/**
 * A Comune.
 *
 * @param codiceIstat six digits, leading zeros kept
 * @param siglaProvincia two letters, such as BG
 * @param popolazione inhabitants in {@code annoPopolazione}
 * @param annoPopolazione the year of the count
 * @param email {@code null} until somebody gives one
 */
public record Comune(
    String codiceIstat,
    String denominazione,
    String siglaProvincia,
    String provincia,
    String codiceCatastale,
    int popolazione,
    int annoPopolazione,
    String email) {}
