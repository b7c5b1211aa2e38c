package it.pianodizona.notifiche;

/** Where a message is on its way. */
public enum StatoMessaggio {
  IN_CODA("In coda"),
  INVIATO("Inviato"),
  FALLITO("Non recapitato");

  private final String descrizione;

  StatoMessaggio(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As officials read it. */
  public String descrizione() {
    return descrizione;
  }
}
