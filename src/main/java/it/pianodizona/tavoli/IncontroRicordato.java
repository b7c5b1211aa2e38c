package it.pianodizona.tavoli;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import java.util.List;

/** A meeting of a tavolo is a few days away; the members who have not answered are reminded. */
public record IncontroRicordato(
    RiferimentoPiano piano,
    String area,
    Incontro incontro,
    int giorniPrima,
    List<Invitato> invitati)
    implements EventoDelPiano {}
