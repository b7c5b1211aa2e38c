package it.pianodizona.accordo;

import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * What a body answered, as evidence.
 *
 * @param ente full name of the body
 * @param persona who signed or refused on its behalf
 * @param ruolo in which office, e.g. {@code Sindaco}, {@code Vicesindaco delegato}
 * @param atto number of the authorising act; {@code null} for a refusal without one
 * @param dataAtto {@code null} together with {@code atto}
 * @param data the day it signed or refused
 * @param motivo why it refused; {@code null} for a signature
 * @param registrata when it was recorded, Europe/Rome
 */
public record Firma(
    long firmaId,
    String ente,
    Esito esito,
    String persona,
    String ruolo,
    String atto,
    LocalDate dataAtto,
    LocalDate data,
    String motivo,
    ZonedDateTime registrata) {}
