package it.pianodizona.assemblea;

/** Whether who abstains counts among those who vote. */
public enum Astensioni {
  /** Present for the quorum, but not among the voters. */
  ESCLUSE_DAI_VOTANTI,
  /** Among the voters: an abstention then has the effect of a contrary vote. */
  CONTATE_TRA_I_VOTANTI
}
