package it.pianodizona.assemblea;

/** How much the vote of a Comune weighs. */
public enum ModoVoto {
  /** One vote each. */
  CAPITARIO("un voto per Comune"),
  /** As many votes as inhabitants. */
  PONDERATO("tanti voti quanti gli abitanti");

  private final String descrizione;

  ModoVoto(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As people say it. */
  public String descrizione() {
    return descrizione;
  }
}
