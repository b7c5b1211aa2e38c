package it.pianodizona.premialita.libro;

/** The causes of the rows of the ledger, with the accounts that each one moves. */
public enum TipoMovimento {
  /** An amount is assigned to a project, or to the Ambito for the first level. */
  ASSEGNAZIONE("assegnazione", Conto.RISORSE, Conto.DA_LIQUIDARE),
  /** Less is assigned than before. */
  RIDUZIONE("riduzione", Conto.DA_LIQUIDARE, Conto.RISORSE),
  /** First level of 2018-2020, paid in one go. */
  PRIMO_LIVELLO("premialità di primo livello", Conto.DA_LIQUIDARE, Conto.TESORERIA),
  ACCONTO("acconto", Conto.DA_LIQUIDARE, Conto.TESORERIA),
  SALDO("saldo", Conto.DA_LIQUIDARE, Conto.TESORERIA),
  /** What was paid and is no longer due comes back. */
  RECUPERO("recupero", Conto.TESORERIA, Conto.DA_LIQUIDARE),
  /** The reverse of a payment or of a recovery; its accounts are those of the other row. */
  STORNO("storno", null, null);

  private final String descrizione;
  private final Conto dare;
  private final Conto avere;

  TipoMovimento(String descrizione, Conto dare, Conto avere) {
    this.descrizione = descrizione;
    this.dare = dare;
    this.avere = avere;
  }

  /** As officials write it, in lower case. */
  public String descrizione() {
    return descrizione;
  }

  /** True for what orders a payment to the Ente capofila. */
  public boolean pagamento() {
    return this == PRIMO_LIVELLO || this == ACCONTO || this == SALDO;
  }

  Conto dare() {
    return dare;
  }

  Conto avere() {
    return avere;
  }
}
