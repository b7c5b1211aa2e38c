package it.pianodizona.documento;

/** How somebody stands on a version of the document. */
public enum EsitoParere {
  FAVOREVOLE("favorevole"),
  CONTRARIO("contrario"),
  /** Heard, without a say on the outcome. */
  SENTITO("audizione");

  private final String descrizione;

  EsitoParere(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As officials write it, in lower case. */
  public String descrizione() {
    return descrizione;
  }
}
