package it.pianodizona.tavoli;

/** A file as a browser sent it: neither name nor contents are trusted yet. */
public record FileInviato(String nome, byte[] contenuto) {}
