package it.pianodizona.tavoli;

/** What a member answered to a convocation. */
public enum EsitoRisposta {
  PRESENTE("partecipa"),
  ASSENTE("non partecipa"),
  SOSTITUTO("manda un sostituto");

  private final String descrizione;

  EsitoRisposta(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As people read it, in lower case. */
  public String descrizione() {
    return descrizione;
  }
}
