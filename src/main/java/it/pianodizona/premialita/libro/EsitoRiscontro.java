package it.pianodizona.premialita.libro;

/** What the comparison with the treasury found for a line or for a movement. */
public enum EsitoRiscontro {
  CORRISPONDE("corrisponde"),
  IMPORTO_DIVERSO("importo diverso"),
  BENEFICIARIO_DIVERSO("beneficiario diverso"),
  /** The treasury has it more than once. */
  DUPLICATO("duplicato"),
  /** The treasury has it, the ledger has not. */
  SCONOSCIUTO("sconosciuto"),
  /** The ledger has it, the treasury has not. */
  MANCANTE("mancante"),
  /** Paid and reversed before the treasury did anything: neither is a difference. */
  ANNULLATO("stornato prima del pagamento");

  private final String descrizione;

  EsitoRiscontro(String descrizione) {
    this.descrizione = descrizione;
  }

  public String descrizione() {
    return descrizione;
  }

  /** Whether somebody has to look at it. */
  public boolean differenza() {
    return this != CORRISPONDE && this != ANNULLATO;
  }
}
