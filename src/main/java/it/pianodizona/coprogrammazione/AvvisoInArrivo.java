package it.pianodizona.coprogrammazione;

import java.time.LocalDate;

/**
 * A notice that is approved and will be published.
 *
 * @param pubblicazione first day on line
 */
public record AvvisoInArrivo(String titolo, String codiceAmbito, LocalDate pubblicazione) {}
