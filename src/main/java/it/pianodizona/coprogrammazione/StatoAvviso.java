package it.pianodizona.coprogrammazione;

/** Where a notice stands. */
public enum StatoAvviso {
  BOZZA("in redazione"),
  APPROVATO("approvato, in attesa di pubblicazione"),
  PUBBLICATO("pubblicato"),
  CONCLUSO("co-programmazione conclusa");

  private final String descrizione;

  StatoAvviso(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As officials write it, in lower case. */
  public String descrizione() {
    return descrizione;
  }
}
