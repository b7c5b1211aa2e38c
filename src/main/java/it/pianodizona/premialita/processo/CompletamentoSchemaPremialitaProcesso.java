package it.pianodizona.premialita.processo;

import it.pianodizona.motore.compito.Variabile;

/** Ids and variables of the process {@code CompletamentoSchemaPremialita}. */
public final class CompletamentoSchemaPremialitaProcesso {

  public static final String CHIAVE = "CompletamentoSchemaPremialita";

  /** Code of the triennio whose amounts the act gives. */
  public static final Variabile<String> TRIENNIO = Variabile.testo("triennio");

  /** Key of the registered act. */
  public static final Variabile<Long> ATTO_ID = Variabile.numero("attoId");

  private CompletamentoSchemaPremialitaProcesso() {}
}
