package it.pianodizona.tavoli;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.util.List;

/**
 * A meeting of a tavolo is convened, or convened again with a higher sequenza when it moves.
 *
 * @param motivo why it was moved; {@code null} for a first convocation
 * @param sostituti substitutes whose naming still counts after the change
 */
public record IncontroConvocato(
    RiferimentoPiano piano,
    String area,
    Incontro incontro,
    String motivo,
    List<Invitato> invitati,
    List<Sostituto> sostituti)
    implements EventoDelPiano {}
