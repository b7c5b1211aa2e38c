package it.pianodizona.coprogrammazione;

/** What happened to a domanda, one row of its history each. */
public enum FattoDomanda {
  REGISTRATA("Domanda registrata"),
  TERMINE_RIAPERTO("Termine riaperto: la domanda non è più tardiva"),
  ISTRUITA("Istruttoria svolta"),
  INTEGRAZIONE_RICHIESTA("Integrazione richiesta"),
  INTEGRAZIONE_RICEVUTA("Integrazione ricevuta"),
  INTEGRAZIONE_ESAMINATA("Integrazione esaminata"),
  PREAVVISO_INVIATO("Preavviso di rigetto inviato"),
  OSSERVAZIONI_RICEVUTE("Osservazioni ricevute"),
  OSSERVAZIONI_ESAMINATE("Osservazioni esaminate"),
  AMMESSA("Domanda ammessa"),
  CON_RISERVA("Domanda ammessa con riserva"),
  ESCLUSA("Domanda esclusa"),
  RITIRATA("Domanda ritirata"),
  TERMINE_SCADUTO("Termine del procedimento scaduto senza esito");

  private final String descrizione;

  FattoDomanda(String descrizione) {
    this.descrizione = descrizione;
  }

  public String descrizione() {
    return descrizione;
  }
}
