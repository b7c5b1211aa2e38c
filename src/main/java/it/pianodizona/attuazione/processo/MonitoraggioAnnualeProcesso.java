package it.pianodizona.attuazione.processo;

import it.pianodizona.motore.compito.Variabile;

/** Ids and variables of the process {@code MonitoraggioAnnuale}. */
public final class MonitoraggioAnnualeProcesso {

  public static final String CHIAVE = "MonitoraggioAnnuale";
  public static final String COMPILARE = "UserTask_CompilareMonitoraggio";

  public static final Variabile<Long> MONITORAGGIO_ID = Variabile.numero("monitoraggioId");

  /** When the office is reminded, ISO with offset. */
  public static final Variabile<String> PRIMO_PROMEMORIA = Variabile.testo("primoPromemoria");

  /** When it is reminded again, ISO with offset. */
  public static final Variabile<String> SECONDO_PROMEMORIA = Variabile.testo("secondoPromemoria");

  /** First instant after the term: the last second is still in time. */
  public static final Variabile<String> RITARDO_DAL = Variabile.testo("ritardoDal");

  public static final Variabile<Boolean> APPROVATO = Variabile.siNo("monitoraggioApprovato");

  private MonitoraggioAnnualeProcesso() {}
}
