package it.pianodizona.attuazione;

/** Where a debito informativo is. */
public enum StatoDebito {
  DA_INVIARE("da inviare"),
  INVIATO("inviato, da validare"),
  ACQUISITO("acquisito");

  private final String descrizione;

  StatoDebito(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As officials read it. */
  public String descrizione() {
    return descrizione;
  }
}
