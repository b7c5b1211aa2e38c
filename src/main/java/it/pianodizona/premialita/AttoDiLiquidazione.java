package it.pianodizona.premialita;

import java.time.LocalDate;

/**
 * The decree that orders a payment.
 *
 * @param numero as written on the act, e.g. {@code 1234}
 */
public record AttoDiLiquidazione(String numero, LocalDate data) {}
