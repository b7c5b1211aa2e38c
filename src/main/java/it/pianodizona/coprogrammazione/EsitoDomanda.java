package it.pianodizona.coprogrammazione;

/** Outcome of a domanda di partecipazione. */
public enum EsitoDomanda {
  AMMESSA("ammessa"),
  CON_RISERVA("ammessa con riserva"),
  ESCLUSA("esclusa"),
  RITIRATA("ritirata"),
  /** The same body has another domanda that stays. */
  ASSORBITA("assorbita in un'altra domanda dello stesso ente");

  private final String descrizione;

  EsitoDomanda(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As officials write it, in lower case. */
  public String descrizione() {
    return descrizione;
  }
}
