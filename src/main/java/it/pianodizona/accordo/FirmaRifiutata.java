package it.pianodizona.accordo;

import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;

/**
 * One body refuses to sign: there is no Accordo under art. 34 d.lgs. 267/2000 and the plan goes
 * back to the Assemblea.
 */
public record FirmaRifiutata(RiferimentoPiano piano, long firmaId, String ente, String motivo)
    implements EventoDelPiano {}
