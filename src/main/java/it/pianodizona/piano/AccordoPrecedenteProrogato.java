package it.pianodizona.piano;

/** An Ambito goes on with its previous Accordo and stays ambito territoriale. */
public record AccordoPrecedenteProrogato(RiferimentoPiano piano, ProrogaAccordo proroga)
    implements EventoDelPiano {}
