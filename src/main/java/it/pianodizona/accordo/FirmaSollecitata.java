package it.pianodizona.accordo;

import it.pianodizona.comune.Destinatario;
import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Bodies that have not signed yet are reminded, some days before the deadline.
 *
 * @param daSegnalare so near that the president of the Assemblea and the ATS are told who is
 *     missing
 */
public record FirmaSollecitata(
    RiferimentoPiano piano,
    long accordoId,
    ZonedDateTime entro,
    int giorniMancanti,
    List<Destinatario> mancanti,
    boolean daSegnalare)
    implements EventoDelPiano {}
