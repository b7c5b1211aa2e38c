package it.pianodizona.motore;

import it.pianodizona.motore.compito.Variabile;

/** Variables that every process of a plan carries. */
public final class VariabiliPiano {

  public static final Variabile<Long> PIANO_ID = Variabile.numero("pianoId");
  public static final Variabile<String> CODICE_AMBITO = Variabile.testo("codiceAmbito");
  public static final Variabile<String> TRIENNIO = Variabile.testo("triennio");

  private VariabiliPiano() {}
}
