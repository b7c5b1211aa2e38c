/**
 * The Accordo di Programma of a plan: who must sign it, the signatures and refusals as evidence,
 * its formal approval and its transmission to the Region.
 */
package it.pianodizona.accordo;
