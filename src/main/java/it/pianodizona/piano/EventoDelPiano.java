package it.pianodizona.piano;

/**
 * Something that happened to a plan and that others may want to know. Published in the transaction
 * that causes it and handled inside that transaction.
 */
public interface EventoDelPiano {

  RiferimentoPiano piano();
}
