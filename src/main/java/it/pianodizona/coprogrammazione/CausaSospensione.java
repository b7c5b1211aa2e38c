package it.pianodizona.coprogrammazione;

/** Why the term of a procedure stands still. */
enum CausaSospensione {
  SOCCORSO("soccorso istruttorio", "art. 2, comma 7, l. 241/1990"),
  PREAVVISO("preavviso di rigetto", "art. 10-bis l. 241/1990");

  private final String descrizione;
  private final String norma;

  CausaSospensione(String descrizione, String norma) {
    this.descrizione = descrizione;
    this.norma = norma;
  }

  String descrizione() {
    return descrizione;
  }

  String norma() {
    return norma;
  }
}
