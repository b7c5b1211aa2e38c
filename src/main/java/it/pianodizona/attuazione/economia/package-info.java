/**
 * The economic plan of each year (piano finanziario): what comes in and goes out, and what each
 * Comune owes. The Assemblea reconfirms it every year (Seriate 2018-20, chapter 9).
 */
package it.pianodizona.attuazione.economia;
