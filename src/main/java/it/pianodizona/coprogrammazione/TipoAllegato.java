package it.pianodizona.coprogrammazione;

/** What a file sent with a domanda is. */
public enum TipoAllegato {
  DOCUMENTO_IDENTITA("Documento d'identità di chi firma"),
  DELEGA("Delega o autorizzazione alla firma"),
  ALTRO("Altro allegato");

  private final String etichetta;

  TipoAllegato(String etichetta) {
    this.etichetta = etichetta;
  }

  public String etichetta() {
    return etichetta;
  }

  /** Whether a domanda has one such file at most: another one takes its place. */
  public boolean unico() {
    return this != ALTRO;
  }
}
