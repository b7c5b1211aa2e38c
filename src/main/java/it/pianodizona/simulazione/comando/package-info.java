/** The command {@code simula} of the jar. */
package it.pianodizona.simulazione.comando;
