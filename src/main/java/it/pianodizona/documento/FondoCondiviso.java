package it.pianodizona.documento;

import it.pianodizona.comune.Denaro;

/**
 * A budget that several objectives share: one row, counted once in every total.
 *
 * @param revisione grows at each change
 */
public record FondoCondiviso(
    long id, long documentoId, String denominazione, Denaro importo, int revisione) {}
