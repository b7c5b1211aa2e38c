/**
 * A whole triennio of the Region in virtual time: real processes, forms, tables and mail; only the
 * clock and the people are simulated.
 */
package it.pianodizona.simulazione;
