package it.pianodizona.assemblea;

/** What is counted to say that the Assemblea may vote. */
public enum ModoQuorum {
  /** The Comuni present, one each. */
  TESTE("Comuni presenti"),
  /** The inhabitants of the Comuni present. */
  POPOLAZIONE("abitanti rappresentati"),
  /** Both, each against its own threshold. */
  ENTRAMBI("Comuni e abitanti insieme");

  private final String descrizione;

  ModoQuorum(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As people say it. */
  public String descrizione() {
    return descrizione;
  }
}
