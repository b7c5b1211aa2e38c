package it.pianodizona.accordo.processo;

import it.pianodizona.motore.compito.Variabile;

/** Ids and variables of the process {@code AdesioneTerzoSettore}. */
public final class AdesioneTerzoSettoreProcesso {

  public static final String CHIAVE = "AdesioneTerzoSettore";
  public static final String ESAMINARE_ADESIONE = "UserTask_EsaminareAdesione";

  public static final Variabile<Long> ADESIONE_ID = Variabile.numero("adesioneId");

  /** What the office decided. */
  public static final Variabile<Boolean> ADESIONE_ACCOLTA = Variabile.siNo("adesioneAccolta");

  private AdesioneTerzoSettoreProcesso() {}
}
