package it.pianodizona.attuazione.monitoraggio;

/**
 * A light and why it is on.
 *
 * @param motivo a few words in Italian
 */
public record Luce(Semaforo semaforo, String motivo) {}
