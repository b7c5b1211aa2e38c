package it.pianodizona.assemblea;

import java.util.List;

/** What the Assemblea may be convened to decide, with the points of its agenda in order. */
public enum Oggetto {
  /** The plan, and then the schema of the Accordo: without the first the second is pointless. */
  PIANO_E_SCHEMA(Punto.PIANO, Punto.SCHEMA_ACCORDO),
  /** How a year went, and the economic plan of the next (S0, S4). */
  MONITORAGGIO(Punto.MONITORAGGIO, Punto.PIANO_ECONOMICO),
  /** How the last year of the triennio went: the next economic plan is of the next plan. */
  MONITORAGGIO_FINALE(Punto.MONITORAGGIO);

  private final List<Punto> punti;

  Oggetto(Punto... punti) {
    this.punti = List.of(punti);
  }

  public List<Punto> punti() {
    return punti;
  }
}
