package it.pianodizona.premialita.libro;

/** The accounts of the ledger, kept for each plan. */
public enum Conto {
  /** What the Region set aside; its debit balance is what is assigned. */
  RISORSE("Risorse della premialità"),
  /** What is still owed to the Ente capofila; below zero it is to be recovered. */
  DA_LIQUIDARE("Debiti verso l'Ente capofila"),
  /** What left the treasury of the Region. */
  TESORERIA("Tesoreria regionale");

  private final String descrizione;

  Conto(String descrizione) {
    this.descrizione = descrizione;
  }

  public String descrizione() {
    return descrizione;
  }
}
