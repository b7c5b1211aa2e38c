package it.pianodizona.coprogrammazione;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;

/**
 * Somebody put a domanda aside and gave an address to find it again.
 *
 * @param segreto secret part of the draft's address
 * @param scade when the draft is thrown away, Europe/Rome
 */
public record BozzaSalvata(
    RiferimentoPiano piano,
    long bozzaId,
    String numeroAvviso,
    String email,
    String segreto,
    ZonedDateTime scade)
    implements EventoDelPiano {}
