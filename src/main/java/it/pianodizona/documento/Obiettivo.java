package it.pianodizona.documento;

/**
 * An objective of one version of the Documento di Piano. Two objectives may have the same title
 * (S4): only the id tells them apart.
 *
 * @param numero its place in the document, from 1
 */
public record Obiettivo(long id, long documentoId, int numero, SchedaObiettivo scheda) {}
