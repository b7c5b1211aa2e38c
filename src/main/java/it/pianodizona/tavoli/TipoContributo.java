package it.pianodizona.tavoli;

/** What a member brought to a tavolo; each kind has its own place in the synthesis. */
public enum TipoContributo {
  BISOGNO("Bisogno segnalato"),
  PROPOSTA("Proposta"),
  RISORSA("Risorsa offerta"),
  DISSENSO("Dissenso");

  private final String etichetta;

  TipoContributo(String etichetta) {
    this.etichetta = etichetta;
  }

  public String etichetta() {
    return etichetta;
  }
}
