package it.pianodizona.attuazione.processo;

import it.pianodizona.motore.compito.Variabile;

/** Ids and variables of the process {@code DebitoInformativo}. */
public final class DebitoInformativoProcesso {

  public static final String CHIAVE = "DebitoInformativo";
  public static final String INVIARE_FLUSSO = "UserTask_InviareFlusso";
  public static final String VALIDARE_FLUSSO = "UserTask_ValidareFlusso";

  public static final Variabile<Long> DEBITO_ID = Variabile.numero("debitoId");

  /** When the office is reminded, ISO with offset. */
  public static final Variabile<String> PROMEMORIA = Variabile.testo("promemoria");

  /** First instant after the window: the last second is still in time. */
  public static final Variabile<String> RITARDO_DAL = Variabile.testo("ritardoDal");

  public static final Variabile<Boolean> FLUSSO_VALIDO = Variabile.siNo("flussoValido");

  private DebitoInformativoProcesso() {}
}
