/** How the engine's statements for the database are read when the application starts. */
package it.pianodizona.motore.istruzioni;
