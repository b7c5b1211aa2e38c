package it.pianodizona.premialita;

/** The two payments of a premialità. */
public enum TipoMovimento {
  ACCONTO("acconto"),
  SALDO("saldo");

  private final String descrizione;

  TipoMovimento(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As officials write it, in lower case. */
  public String descrizione() {
    return descrizione;
  }
}
