package it.pianodizona.assemblea;

/** The two points the Assemblea votes on, in the order it votes them. */
public enum Punto {
  PIANO("Piano di Zona"),
  SCHEMA_ACCORDO("Schema dell'Accordo di Programma");

  private final String descrizione;

  Punto(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As it is written in the agenda. */
  public String descrizione() {
    return descrizione;
  }
}
