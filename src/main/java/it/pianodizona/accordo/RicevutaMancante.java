package it.pianodizona.accordo;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.LocalDate;

/**
 * The Region has not acknowledged the transmission yet.
 *
 * @param oggi the day of this reminder
 */
public record RicevutaMancante(
    RiferimentoPiano piano, long accordoId, Trasmissione trasmissione, LocalDate oggi)
    implements EventoDelPiano {}
