/**
 * What follows the Accordo: the reporting flows that each Ambito owes the Region (debiti
 * informativi, DGR XI/4563 Appendice 2).
 */
package it.pianodizona.attuazione;
