package it.pianodizona.premialita.libro;

import it.pianodizona.comune.Denaro;
import java.time.LocalDate;

/**
 * One line of a file of the treasury.
 *
 * @param numero of the line, as the spreadsheet counts it
 * @param movimento the number of our ledger that the order carried; empty where it is not reported
 * @param importo what was paid; below zero what was collected
 */
public record RigaTesoreria(
    int numero,
    String mandato,
    LocalDate data,
    String movimento,
    String atto,
    String beneficiario,
    Denaro importo) {}
