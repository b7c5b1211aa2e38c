package it.pianodizona.coprogrammazione;

import it.pianodizona.fascicolo.Allegato;

/** A checked file that goes with a domanda. */
public record AllegatoDomanda(TipoAllegato tipo, Allegato file) {}
