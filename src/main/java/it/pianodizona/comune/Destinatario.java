package it.pianodizona.comune;

/** Somebody who receives a message: the name used in the greeting and the e-mail address. */
public record Destinatario(String nome, String email) {}
