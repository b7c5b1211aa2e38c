package it.pianodizona.tavoli;

/** What a member brought to a meeting; each kind has its own place in the synthesis. */
public enum TipoContributo {
  BISOGNO("Bisogno segnalato"),
  PROPOSTA("Proposta"),
  RISORSA("Risorsa offerta"),
  DISSENSO("Dissenso");

  private final String descrizione;

  TipoContributo(String descrizione) {
    this.descrizione = descrizione;
  }

  /** As officials read it in the forms. */
  public String descrizione() {
    return descrizione;
  }
}
