package it.pianodizona.tavoli;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;

/**
 * A member's personal link was revoked and replaced.
 *
 * @param collegamentoId of the new link
 */
public record CollegamentoRinnovato(
    RiferimentoPiano piano, long collegamentoId, String area, Invitato invitato)
    implements EventoDelPiano {}
