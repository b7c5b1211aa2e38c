package it.pianodizona.tavoli;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.util.List;

/** A convened meeting will not be held. */
public record IncontroAnnullato(
    RiferimentoPiano piano,
    String area,
    Incontro incontro,
    String motivo,
    List<Invitato> invitati,
    List<Sostituto> sostituti)
    implements EventoDelPiano {}
