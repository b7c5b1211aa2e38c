package it.pianodizona.assemblea;

/** How a Comune voted. */
public enum Voto {
  FAVOREVOLE("favorevole"),
  CONTRARIO("contrario"),
  ASTENUTO("astenuto");

  private final String descrizione;

  Voto(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As people say it. */
  public String descrizione() {
    return descrizione;
  }
}
