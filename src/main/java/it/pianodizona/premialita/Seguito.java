package it.pianodizona.premialita;

/** What follows the final evaluation of a project. */
public enum Seguito {
  SALDO,
  /** Nothing is due and nothing is to come back. */
  NULLA,
  /** More was paid than is due. */
  RECUPERO
}
