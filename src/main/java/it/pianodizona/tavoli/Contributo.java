package it.pianodizona.tavoli;

/** What a member brought to a meeting, also in writing when absent. */
public record Contributo(long membroId, TipoContributo tipo, String testo) {}
