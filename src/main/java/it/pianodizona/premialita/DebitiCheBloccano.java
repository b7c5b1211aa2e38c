package it.pianodizona.premialita;

/** Whose late reporting flows stop a payment for a project of several Ambiti (DGR XI/4563 §7). */
public enum DebitiCheBloccano {
  /** Each Ambito is paid for itself (§5.2): only its own flows count. */
  SOLO_BENEFICIARIO("solo quelli dell'Ambito che riceve il pagamento"),
  /** The project is one: the flows of every Ambito that takes part in it count. */
  TUTTI_I_PARTNER("quelli di tutti gli Ambiti del progetto");

  private final String descrizione;

  DebitiCheBloccano(String descrizione) {
    this.descrizione = descrizione;
  }

  public String descrizione() {
    return descrizione;
  }
}
