package it.pianodizona.notifiche;

/** When a message leaves, and whether its recipient may do without. */
public enum Invio {
  /** At once, to everybody: it has legal effects, or it is too late tomorrow. */
  SUBITO("Subito", false, false),
  /** At once, unless the recipient has opted out. */
  SUBITO_FACOLTATIVO("Subito, facoltativo", false, true),
  /** In the digest of the day, to everybody. */
  RIEPILOGO("Nel riepilogo del giorno", true, false),
  /** In the digest of the day, unless the recipient has opted out. */
  RIEPILOGO_FACOLTATIVO("Nel riepilogo del giorno, facoltativo", true, true);

  private final String descrizione;
  private final boolean riunito;
  private final boolean facoltativo;

  Invio(String descrizione, boolean riunito, boolean facoltativo) {
    this.descrizione = descrizione;
    this.riunito = riunito;
    this.facoltativo = facoltativo;
  }

  /** As officials read it. */
  public String descrizione() {
    return descrizione;
  }

  /** Waits for the digest of the day. */
  public boolean riunito() {
    return riunito;
  }

  /** Its recipient may opt out of it. */
  public boolean facoltativo() {
    return facoltativo;
  }
}
