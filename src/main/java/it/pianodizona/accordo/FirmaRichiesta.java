package it.pianodizona.accordo;

import it.pianodizona.comune.Destinatario;
import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;

/** The Accordo di Programma waits for the signature of one body. */
public record FirmaRichiesta(
    RiferimentoPiano piano,
    long accordoId,
    long firmaId,
    Destinatario firmatario,
    ZonedDateTime entro)
    implements EventoDelPiano {}
