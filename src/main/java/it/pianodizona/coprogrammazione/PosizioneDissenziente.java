package it.pianodizona.coprogrammazione;

/** A dissent put on record at a tavolo, with its author (art. 3 l. 241/1990). */
public record PosizioneDissenziente(String area, String ente, String testo) {}
