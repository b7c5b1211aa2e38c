package it.pianodizona.premialita.processo;

import it.pianodizona.motore.compito.Variabile;

/** Ids and variables of the process {@code PremialitaProgetto}. */
public final class PremialitaProgettoProcesso {

  public static final String CHIAVE = "PremialitaProgetto";

  public static final String COMPILARE_SCHEDA = "UserTask_CompilareSchedaProgetto";
  public static final String VALUTARE_PROGETTO = "UserTask_ValutareProgetto";
  public static final String LIQUIDARE_ACCONTO = "UserTask_LiquidareAcconto";
  public static final String RENDICONTARE_PROGETTO = "UserTask_RendicontareProgetto";
  public static final String VALUTARE_ESITO_FINALE = "UserTask_ValutareEsitoFinale";
  public static final String LIQUIDARE_SALDO = "UserTask_LiquidareSaldo";

  public static final String SANARE_DEBITI_ACCONTO = "UserTask_SanareDebitiAcconto";
  public static final String SANARE_DEBITI_SALDO = "UserTask_SanareDebitiSaldo";

  /** Starts again a project that had no premialità and has it now, after another one fell. */
  public static final String PREMIALITA_RICONOSCIUTA_POI = "Msg_PremialitaRiconosciuta";

  /** Ends a project whose premialità is not recognised any more. */
  public static final String PREMIALITA_REVOCATA = "Msg_PremialitaRevocata";

  /** Wakes the projects that wait for the last evaluation of their plan. */
  public static final String PREMIALITA_DETERMINATA = "Msg_PremialitaDeterminata";

  /** Wakes the payments of an Ambito that wait for its late reporting flows. */
  public static final String DEBITI_IN_REGOLA = "Msg_DebitiInRegola";

  public static final Variabile<Long> PROGETTO_ID = Variabile.numero("progettoId");

  /** True when no project of the plan is left to evaluate. */
  public static final Variabile<Boolean> ULTIMA_VALUTAZIONE = Variabile.siNo("ultimaValutazione");

  /** True when money is due, even if how much is still to be completed. */
  public static final Variabile<Boolean> PREMIALITA_RICONOSCIUTA =
      Variabile.siNo("premialitaRiconosciuta");

  /** Last instant for the final report, ISO with offset. */
  public static final Variabile<String> SCADENZA_RENDICONTAZIONE =
      Variabile.testo("scadenzaRendicontazione");

  /** True while something outside the premialità forbids any payment to the Ambito. */
  public static final Variabile<Boolean> PAGAMENTO_BLOCCATO = Variabile.siNo("pagamentoBloccato");

  /** What follows the final evaluation: the name of a {@code Seguito}. */
  public static final Variabile<String> SEGUITO = Variabile.testo("seguito");

  /** As {@link #SEGUITO}, for the instances that began with version 1.0 of the model. */
  static final Variabile<Boolean> ESITO_FINALE_POSITIVO = Variabile.siNo("esitoFinalePositivo");

  /** True when something was paid that is no longer due. */
  public static final Variabile<Boolean> DA_RECUPERARE = Variabile.siNo("daRecuperare");

  private PremialitaProgettoProcesso() {}
}
