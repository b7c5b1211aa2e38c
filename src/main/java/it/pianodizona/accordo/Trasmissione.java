package it.pianodizona.accordo;

import java.time.LocalDate;

/**
 * The transmission of Piano and Accordo to the Region by the ATS.
 *
 * @param protocollo protocol number of the ATS
 * @param documenti how many documents went with it
 * @param dataRicevuta day of the Region's receipt; {@code null} while it is missing
 * @param protocolloRicevuta its protocol number; {@code null} with {@code dataRicevuta}
 */
public record Trasmissione(
    LocalDate data,
    String protocollo,
    int documenti,
    LocalDate dataRicevuta,
    String protocolloRicevuta) {}
