package it.pianodizona.coprogrammazione;

/** What the istruttoria on a domanda concludes: proposed by a decision table, or by the office. */
public enum EsitoIstruttoria {
  NEGATIVA("Non ammissibile: preavviso di rigetto"),
  DA_INTEGRARE("Da integrare: soccorso istruttorio"),
  CON_RISERVA("Ammissibile con riserva"),
  TARDIVA("Ammissibile a titolo solo consultivo (tardiva)"),
  REGOLARE("Ammissibile");

  private final String descrizione;

  EsitoIstruttoria(String descrizione) {
    this.descrizione = descrizione;
  }

  public String descrizione() {
    return descrizione;
  }

  /** Whether the domanda can be decided as it is. */
  public boolean favorevole() {
    return this != NEGATIVA && this != DA_INTEGRARE;
  }
}
