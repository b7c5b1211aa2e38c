package it.pianodizona.assemblea;

import it.pianodizona.comune.Destinatario;
import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;
import java.util.List;

/** The Assemblea dei Sindaci is convened, in first or second call. */
public record AssembleaConvocata(
    RiferimentoPiano piano,
    long sedutaId,
    int convocazione,
    ZonedDateTime inizio,
    String luogo,
    String ordineDelGiorno,
    int sequenza,
    List<Destinatario> destinatari)
    implements EventoDelPiano {}
