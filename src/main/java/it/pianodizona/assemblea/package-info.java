/**
 * The Assemblea dei Sindaci: its rules, versioned as data, its sittings, who was present, the two
 * votes on the Piano di Zona and on the schema of the Accordo di Programma, and the delibera.
 */
package it.pianodizona.assemblea;
