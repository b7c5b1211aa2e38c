package it.pianodizona.tavoli;

/** Where a meeting stands. */
public enum StatoIncontro {
  /** Announced or planned, its members not yet called. */
  PREVISTO("previsto, non ancora convocato"),
  CONVOCATO("convocato"),
  ANNULLATO("annullato"),
  /** Held, its verbale written and not yet approved. */
  VERBALIZZATO("svolto, verbale da approvare"),
  /** Its verbale is approved. */
  CONCLUSO("svolto, verbale approvato");

  private final String descrizione;

  StatoIncontro(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As people read it, in lower case. */
  public String descrizione() {
    return descrizione;
  }
}
