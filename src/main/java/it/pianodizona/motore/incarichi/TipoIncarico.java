package it.pianodizona.motore.incarichi;

/** By which title somebody acts in a role. */
public enum TipoIncarico {
  INCARICO("Incarico"),
  /** One role of somebody who stays in service. */
  DELEGA("Delega"),
  /** All the roles of somebody who is absent. */
  SUPPLENZA("Supplenza");

  private final String descrizione;

  TipoIncarico(String descrizione) {
    this.descrizione = descrizione;
  }

  public String descrizione() {
    return descrizione;
  }
}
