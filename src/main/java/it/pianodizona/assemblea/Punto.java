package it.pianodizona.assemblea;

/** The points the Assemblea votes on; {@link Oggetto} says which go together. */
public enum Punto {
  PIANO("Piano di Zona"),
  SCHEMA_ACCORDO("Schema dell'Accordo di Programma"),
  MONITORAGGIO("Monitoraggio annuale"),
  PIANO_ECONOMICO("Piano economico annuale");

  private final String descrizione;

  Punto(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As it is written in the agenda. */
  public String descrizione() {
    return descrizione;
  }
}
