package it.pianodizona.piano;

/** A plan entered a phase of its life cycle; it may enter one twice. */
public record FaseIniziata(RiferimentoPiano piano, Fase fase) implements EventoDelPiano {}
