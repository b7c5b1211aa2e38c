package it.pianodizona.premialita.libro;

import it.pianodizona.comune.Denaro;

/**
 * The balances of the ledger.
 *
 * @param residua what can still be paid; below zero it is to be recovered
 */
public record SaldiPremialita(Denaro assegnata, Denaro liquidata, Denaro residua) {}
