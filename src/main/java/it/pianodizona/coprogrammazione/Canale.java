package it.pianodizona.coprogrammazione;

/** How a domanda reached the office. */
public enum Canale {
  WEB("pagina web dell'avviso"),
  PEC("PEC"),
  EMAIL("e-mail ordinaria"),
  CARTA("consegna su carta");

  private final String descrizione;

  Canale(String descrizione) {
    this.descrizione = descrizione;
  }

  public String descrizione() {
    return descrizione;
  }
}
