package it.pianodizona.attuazione;

import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * What one Ambito owes for one flow and one period.
 *
 * @param periodo such as {@code 2025}, {@code 2025-T3}, or the name of a call
 * @param apertura day the window opens
 * @param scadenza last instant to send, Europe/Rome
 * @param inRitardo true once the window closed with nothing sent, until a file is acquired
 * @param acquisizione 1 for the first window, more when the Region reopened it
 * @param documentoId the last file sent in this acquisizione; {@code null} when there is none
 */
public record DebitoInformativo(
    long id,
    long pianoId,
    String codiceAmbito,
    String flusso,
    String periodo,
    LocalDate apertura,
    ZonedDateTime scadenza,
    StatoDebito stato,
    boolean inRitardo,
    int acquisizione,
    Long documentoId) {}
