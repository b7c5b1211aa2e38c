package it.pianodizona.assemblea;

/** Whether who abstains counts among those who vote. */
public enum Astensioni {
  /** Present for the quorum, but not among the voters. */
  ESCLUSE_DAI_VOTANTI("non contano tra i votanti"),
  /** Among the voters: an abstention then has the effect of a contrary vote. */
  CONTATE_TRA_I_VOTANTI("contano tra i votanti");

  private final String descrizione;

  Astensioni(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As people say it. */
  public String descrizione() {
    return descrizione;
  }
}
