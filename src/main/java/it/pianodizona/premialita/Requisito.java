package it.pianodizona.premialita;

/**
 * What a project declares, and the gruppo tecnico then finds or does not find (DGR XI/4563, §5.2).
 * The first two are the exceptions to the minimum of two Ambiti.
 */
public enum Requisito {
  AMBITO_COINCIDENTE_CON_DISTRETTO,
  AMBITO_FORMATO_DGR_7631,
  COPROGETTATO_CON_ASST,
  COPROGETTATO_CON_ATTORI,
  COORDINAMENTO_ATS,
  INNOVATIVO,
  TRASVERSALE,
  VALUTAZIONE_EX_POST
}
