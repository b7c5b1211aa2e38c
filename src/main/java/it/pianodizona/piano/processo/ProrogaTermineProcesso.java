package it.pianodizona.piano.processo;

import it.pianodizona.motore.compito.Variabile;

/** Ids and variables of the process {@code ProrogaTermine}. */
public final class ProrogaTermineProcesso {

  public static final String CHIAVE = "ProrogaTermine";
  public static final String DEFINIRE_PROROGA = "UserTask_DefinireProroga";

  /** The regional act: kind and number, date (ISO), reason. */
  public static final Variabile<String> ATTO = Variabile.testo("attoDiProroga");

  public static final Variabile<String> DATA_ATTO = Variabile.testo("dataAttoDiProroga");
  public static final Variabile<String> MOTIVO = Variabile.testo("motivoProroga");

  /** The proroga once it is recorded. */
  public static final Variabile<Long> PROROGA_ID = Variabile.numero("prorogaId");

  private ProrogaTermineProcesso() {}
}
