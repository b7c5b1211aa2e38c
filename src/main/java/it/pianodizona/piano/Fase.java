package it.pianodizona.piano;

/** Where a plan stands, in the order of the life cycle. */
public enum Fase {
  CO_PROGRAMMAZIONE("Co-programmazione"),
  REDAZIONE("Redazione del Documento di Piano"),
  APPROVAZIONE("Approvazione dell'Assemblea dei Sindaci"),
  ACCORDO("Firma dell'Accordo di Programma"),
  PREMIALITA("Premialità e attuazione"),
  CONCLUSO("Ciclo concluso");

  private final String descrizione;

  Fase(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As officials call it. */
  public String descrizione() {
    return descrizione;
  }
}
