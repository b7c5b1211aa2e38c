package it.pianodizona.documento;

/** How far a part of the document is. */
public enum StatoSezione {
  DA_SCRIVERE("da scrivere"),
  IN_LAVORAZIONE("in lavorazione"),
  PRONTA("pronta");

  private final String descrizione;

  StatoSezione(String descrizione) {
    this.descrizione = descrizione;
  }

  public String descrizione() {
    return descrizione;
  }
}
