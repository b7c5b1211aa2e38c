package it.pianodizona.coprogrammazione;

/** Where the procedure on a domanda stands; the outcome itself is {@link EsitoDomanda}. */
public enum StatoDomanda {
  DA_CONFRONTARE("registrata, da confrontare con un'altra domanda dello stesso ente"),
  REGISTRATA("registrata, in attesa di istruttoria"),
  IN_ISTRUTTORIA("in istruttoria"),
  INTEGRAZIONE_RICHIESTA("in attesa di integrazione"),
  INTEGRAZIONE_RICEVUTA("integrazione ricevuta, in esame"),
  PREAVVISO_INVIATO("preavviso di rigetto inviato"),
  OSSERVAZIONI_RICEVUTE("osservazioni ricevute, in esame"),
  DA_DECIDERE("istruttoria chiusa, in attesa di esito"),
  CONCLUSA("conclusa");

  private final String descrizione;

  StatoDomanda(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As officials write it, in lower case. */
  public String descrizione() {
    return descrizione;
  }
}
