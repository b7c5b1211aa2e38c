package it.pianodizona.tavoli;

/** Why somebody sits at a tavolo, in the order of the attendance sheet (S0, composition). */
public enum TipoMembro {
  /** Admitted by its domanda. */
  PARTECIPANTE("ente partecipante"),
  SINDACATO("organizzazione sindacale"),
  ATS("ATS"),
  ASST("ASST"),
  COMUNE("Comune dell'Ambito"),
  FACILITATORE("facilitatore"),
  ALTRO("altro soggetto");

  private final String etichetta;

  TipoMembro(String etichetta) {
    this.etichetta = etichetta;
  }

  /** As officials read it, in lower case. */
  public String etichetta() {
    return etichetta;
  }
}
