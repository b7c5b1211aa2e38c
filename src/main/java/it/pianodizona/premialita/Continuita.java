package it.pianodizona.premialita;

/** How a project relates to those presented before (DGR XI/4563, §5.2). */
public enum Continuita {
  NUOVO,
  /** Admitted only with an explanation backed by data. */
  EVOLUZIONE,
  /** A mere repeat: never valid. */
  RIPROPOSIZIONE
}
