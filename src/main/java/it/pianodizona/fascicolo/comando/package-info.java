/** What the evidence offers on the command line. */
package it.pianodizona.fascicolo.comando;
