package it.pianodizona.assemblea;

/** How many favourable votes approve a point. A tie never does. */
public enum Maggioranza {
  /** More than half of the votes cast; {@link Astensioni} says whether abstentions are votes. */
  VOTANTI("più della metà dei votanti"),
  /** More than half of all the members of the Assemblea, present or not. */
  COMPONENTI("più della metà dei componenti"),
  /** At least two thirds of all the members of the Assemblea, present or not. */
  DUE_TERZI_COMPONENTI("almeno due terzi dei componenti");

  private final String descrizione;

  Maggioranza(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As officials say it. */
  public String descrizione() {
    return descrizione;
  }
}
