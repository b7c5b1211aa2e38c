/**
 * Who holds which role in which Ambito, from when to when, in his or her own right or for another.
 */
package it.pianodizona.motore.incarichi;
