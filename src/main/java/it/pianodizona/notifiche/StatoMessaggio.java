package it.pianodizona.notifiche;

/** Where a message is on its way. */
public enum StatoMessaggio {
  IN_CODA("In coda"),
  /** Written, and kept for the digest of the day. */
  IN_ATTESA("In attesa del riepilogo"),
  /** In a digest that has not left yet. */
  RIUNITO("Nel riepilogo in coda"),
  INVIATO("Inviato"),
  /** Refused, given up or come back. */
  FALLITO("Non recapitato"),
  /** Never sent: it was optional and its recipient has opted out. */
  RINUNCIATO("Non inviato per rinuncia");

  private final String descrizione;

  StatoMessaggio(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As officials read it. */
  public String descrizione() {
    return descrizione;
  }
}
