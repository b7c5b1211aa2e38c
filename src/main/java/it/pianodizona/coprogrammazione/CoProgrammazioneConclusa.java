package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.Destinatario;
import it.pianodizona.fascicolo.Documento;
import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.util.List;

/**
 * The co-programmazione is closed by its relazione motivata; participants are told.
 *
 * @param documenti what everybody may read on the page of the notice
 */
public record CoProgrammazioneConclusa(
    RiferimentoPiano piano,
    long avvisoId,
    String numero,
    List<Destinatario> partecipanti,
    List<Documento> documenti)
    implements EventoDelPiano {}
