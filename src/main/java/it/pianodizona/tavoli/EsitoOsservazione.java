package it.pianodizona.tavoli;

/** What the office decides on a remark, and why. */
public record EsitoOsservazione(long osservazioneId, boolean accolta, String motivo) {}
