package it.pianodizona.tavoli;

import it.pianodizona.comune.Destinatario;
import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;
import java.util.List;

/** A meeting of a tavolo is convened, or convened again with a higher sequenza when it moves. */
public record IncontroConvocato(
    RiferimentoPiano piano,
    long incontroId,
    String area,
    int numero,
    ZonedDateTime inizio,
    ZonedDateTime fine,
    String luogo,
    String ordineDelGiorno,
    int sequenza,
    List<Destinatario> destinatari)
    implements EventoDelPiano {}
