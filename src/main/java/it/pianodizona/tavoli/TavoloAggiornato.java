package it.pianodizona.tavoli;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;

/** Somebody answered, contributed, remarked, came or left: open forms show old news. */
public record TavoloAggiornato(RiferimentoPiano piano, long tavoloId) implements EventoDelPiano {}
