package it.pianodizona.coprogrammazione;

/** What happened to a domanda, one row of its history each. */
public enum FattoDomanda {
  REGISTRATA("Domanda registrata"),
  TERMINE_RIAPERTO("Termine riaperto: la domanda non è più tardiva"),
  DOPPIA("Arrivata un'altra domanda dello stesso ente"),
  CONFRONTATA("Confrontata con un'altra domanda dello stesso ente"),
  ISTRUITA("Istruttoria svolta"),
  VALUTATA("Istruttoria valutata dall'ufficio"),
  INTEGRAZIONE_RICHIESTA("Integrazione richiesta"),
  INTEGRAZIONE_RICEVUTA("Integrazione ricevuta"),
  INTEGRAZIONE_ESAMINATA("Integrazione esaminata"),
  PREAVVISO_INVIATO("Preavviso di rigetto inviato"),
  PREAVVISO_OMESSO("Istruttoria chiusa senza preavviso di rigetto"),
  OSSERVAZIONI_RICEVUTE("Osservazioni ricevute"),
  OSSERVAZIONI_ESAMINATE("Osservazioni esaminate"),
  RINVIATA("Rinviata per un supplemento di istruttoria"),
  TERMINE_SPOSTATO("Termine del procedimento ricalcolato"),
  AMMESSA("Domanda ammessa"),
  CON_RISERVA("Domanda ammessa con riserva"),
  ESCLUSA("Domanda esclusa"),
  RITIRATA("Domanda ritirata"),
  ASSORBITA("Domanda assorbita in un'altra dello stesso ente"),
  INDIRIZZO_SOSTITUITO("Indirizzo personale sostituito dall'ufficio"),
  TERMINE_SCADUTO("Termine del procedimento scaduto senza esito");

  private final String descrizione;

  FattoDomanda(String descrizione) {
    this.descrizione = descrizione;
  }

  public String descrizione() {
    return descrizione;
  }
}
