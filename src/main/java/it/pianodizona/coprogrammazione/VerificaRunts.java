package it.pianodizona.coprogrammazione;

/** What the office found in the Registro unico nazionale del Terzo settore. */
public enum VerificaRunts {
  ISCRITTO("Iscritto"),
  IN_CORSO("Iscrizione in corso"),
  NON_ISCRITTO("Non iscritto"),
  DA_CHIARIRE("Numero mancante o che non corrisponde"),
  NON_DOVUTA("Non serve: non è un ente del Terzo settore");

  private final String descrizione;

  VerificaRunts(String descrizione) {
    this.descrizione = descrizione;
  }

  public String descrizione() {
    return descrizione;
  }
}
