package it.pianodizona.attuazione.processo;

import it.pianodizona.motore.compito.Variabile;

/** Ids and variables of the process {@code CalendarioDebiti}. */
public final class CalendarioDebitiProcesso {

  public static final String CHIAVE = "CalendarioDebiti";

  public static final Variabile<Boolean> ALTRE_FINESTRE = Variabile.siNo("altreFinestre");

  /** When the next window opens, ISO with offset. */
  public static final Variabile<String> PROSSIMA_APERTURA = Variabile.testo("prossimaApertura");

  private CalendarioDebitiProcesso() {}
}
