package it.pianodizona.premialita;

/** What is due when an objective was reached only in part. */
public enum EffettoDelParziale {
  /** The amount in proportion; what the acconto exceeds it by is recovered. */
  PROPORZIONALE("l'importo spetta in proporzione alla parte raggiunta"),
  /** The acconto stays, the saldo is not due. */
  SOLO_ACCONTO("resta l'acconto e il saldo non è dovuto");

  private final String descrizione;

  EffettoDelParziale(String descrizione) {
    this.descrizione = descrizione;
  }

  public String descrizione() {
    return descrizione;
  }
}
