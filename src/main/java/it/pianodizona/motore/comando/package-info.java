/** What the commands of the jar have in common. */
package it.pianodizona.motore.comando;
