package it.pianodizona.tavoli;

import it.pianodizona.comune.Destinatario;
import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;
import java.util.List;

/** A meeting of a tavolo is a few days away; members are reminded. */
public record IncontroRicordato(
    RiferimentoPiano piano,
    long incontroId,
    String area,
    int numero,
    ZonedDateTime inizio,
    ZonedDateTime fine,
    String luogo,
    String ordineDelGiorno,
    int sequenza,
    int giorniPrima,
    List<Destinatario> destinatari)
    implements EventoDelPiano {}
