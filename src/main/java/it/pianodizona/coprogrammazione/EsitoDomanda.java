package it.pianodizona.coprogrammazione;

/** Outcome of a domanda di partecipazione. */
public enum EsitoDomanda {
  AMMESSA("ammessa"),
  CON_RISERVA("ammessa con riserva"),
  ESCLUSA("esclusa"),
  RITIRATA("ritirata");

  private final String descrizione;

  EsitoDomanda(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As officials write it, in lower case. */
  public String descrizione() {
    return descrizione;
  }
}
