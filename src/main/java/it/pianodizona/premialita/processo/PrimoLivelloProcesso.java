package it.pianodizona.premialita.processo;

import it.pianodizona.motore.compito.Variabile;

/** Ids and variables of the process {@code PremialitaPrimoLivello}. */
public final class PrimoLivelloProcesso {

  public static final String CHIAVE = "PremialitaPrimoLivello";

  public static final String LIQUIDARE = "UserTask_LiquidarePrimoLivello";
  public static final String SANARE_DEBITI = "UserTask_SanareDebitiPrimoLivello";

  /** True when the Accordo was signed in time for some amount. */
  public static final Variabile<Boolean> PRIMO_LIVELLO_DOVUTO =
      Variabile.siNo("primoLivelloDovuto");

  private PrimoLivelloProcesso() {}
}
