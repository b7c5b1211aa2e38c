package it.pianodizona.coprogrammazione;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;

/** The deadline for the domande is near: a reminder for the office. */
public record ScadenzaDomandeVicina(
    RiferimentoPiano piano,
    long avvisoId,
    String numero,
    ZonedDateTime scadenzaDomande,
    int domandePervenute)
    implements EventoDelPiano {}
