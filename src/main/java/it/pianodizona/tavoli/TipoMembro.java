package it.pianodizona.tavoli;

/** Why somebody sits at a tavolo. */
public enum TipoMembro {
  PARTECIPANTE("ente ammesso"),
  ATS("ATS"),
  ASST("ASST");

  private final String descrizione;

  TipoMembro(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As officials write it. */
  public String descrizione() {
    return descrizione;
  }
}
