package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;
import java.time.LocalDate;

/**
 * The regional act that completes the premialità of a triennio.
 *
 * @param percentualeAcconto whole percentage paid in advance, 1 to 99
 */
public record AttoRegionale(
    String triennio,
    String numero,
    LocalDate data,
    Denaro importoPerProgetto,
    int percentualeAcconto) {}
