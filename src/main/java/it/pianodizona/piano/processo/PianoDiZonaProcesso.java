package it.pianodizona.piano.processo;

import it.pianodizona.motore.compito.Variabile;

/** Ids and variables of the process {@code PianoDiZona}. */
public final class PianoDiZonaProcesso {

  public static final String CHIAVE = "PianoDiZona";

  /** Last instant to sign the Accordo di Programma, ISO with offset. */
  public static final Variabile<String> SCADENZA_ACCORDO = Variabile.testo("scadenzaAccordo");

  /** First instant after {@link #SCADENZA_ACCORDO}: the last second of a term is still in time. */
  public static final Variabile<String> RITARDO_DAL = Variabile.testo("ritardoDal");

  /** Set by {@code ApprovazioneAssemblea}. */
  public static final Variabile<Boolean> PIANO_APPROVATO = Variabile.siNo("pianoApprovato");

  /** Set by {@code AccordoDiProgramma}. */
  public static final Variabile<Boolean> ACCORDO_RAGGIUNTO = Variabile.siNo("accordoRaggiunto");

  /** The event that fires once the regional term passed. */
  public static final String TERMINE_SCADUTO = "Start_TermineAccordoScaduto";

  private PianoDiZonaProcesso() {}
}
