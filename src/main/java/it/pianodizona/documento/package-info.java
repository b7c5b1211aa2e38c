/**
 * The Documento di Piano: its seven parts (Linee di indirizzo, § 8.2), its objectives, and what the
 * Comitato, the unions, ATS and ASST said of each version.
 */
package it.pianodizona.documento;
