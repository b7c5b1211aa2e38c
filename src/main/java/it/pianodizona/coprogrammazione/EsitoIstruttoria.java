package it.pianodizona.coprogrammazione;

/** What the office concludes after checking a domanda. */
public enum EsitoIstruttoria {
  REGOLARE("Regolare"),
  DA_INTEGRARE("Da integrare (soccorso istruttorio)"),
  NEGATIVA("Negativa (preavviso di rigetto)");

  private final String descrizione;

  EsitoIstruttoria(String descrizione) {
    this.descrizione = descrizione;
  }

  public String descrizione() {
    return descrizione;
  }
}
