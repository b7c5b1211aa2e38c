package it.pianodizona.accordo.firmadigitale;

import java.time.ZonedDateTime;

/**
 * What was found in a signed file.
 *
 * @param formato {@code PAdES} or {@code CAdES}; {@code null} when nothing is signed
 * @param firmatario common name of the signer; {@code null} when not known
 * @param emittente who issued the signer's certificate; {@code null} when not known
 * @param firmata the moment the signature claims, Europe/Rome; {@code null} when it claims none
 * @param dettaglio the reasons of the outcome, in Italian sentences
 */
public record Verifica(
    EsitoVerifica esito,
    String formato,
    String firmatario,
    String emittente,
    ZonedDateTime firmata,
    String dettaglio) {}
