package it.pianodizona.premialita;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;

/** The day for the final report of a project passed and the report is missing: no saldo yet. */
public record RendicontazioneInRitardo(
    RiferimentoPiano piano, long progettoId, String titolo, ZonedDateTime termine)
    implements EventoDelPiano {}
