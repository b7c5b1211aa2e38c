/**
 * The dossier of each plan: documents with their SHA-256, the checks on uploaded files, printing to
 * PDF/A and the protocol register.
 */
package it.pianodizona.fascicolo;
