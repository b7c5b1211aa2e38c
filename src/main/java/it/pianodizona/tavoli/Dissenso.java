package it.pianodizona.tavoli;

/** A position that differs from the synthesis, recorded with its author. */
public record Dissenso(long membroId, String testo) {}
