/**
 * The ledger of the premialità: movements in double entry, sealed and chained, and their
 * reconciliation with the treasury. It knows neither projects nor how an amount comes about.
 */
package it.pianodizona.premialita.libro;
