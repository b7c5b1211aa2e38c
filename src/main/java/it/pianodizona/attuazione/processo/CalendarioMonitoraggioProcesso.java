package it.pianodizona.attuazione.processo;

import it.pianodizona.motore.compito.Variabile;

/** Ids and variables of the process {@code CalendarioMonitoraggio}. */
public final class CalendarioMonitoraggioProcesso {

  public static final String CHIAVE = "CalendarioMonitoraggio";

  public static final Variabile<Boolean> ALTRI_ANNI = Variabile.siNo("altriAnni");

  /** When the next year opens, ISO with offset. */
  public static final Variabile<String> PROSSIMA_APERTURA = Variabile.testo("prossimaApertura");

  private CalendarioMonitoraggioProcesso() {}
}
