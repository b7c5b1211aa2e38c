package it.pianodizona.coprogrammazione;

/** Tells whoever runs the system that a document cannot be printed, and that it now was. */
public interface StampeFallite {

  /**
   * @param documento what could not be printed, e.g. {@code ricevuta della domanda 12}
   */
  void apri(long pianoId, String documento, String motivo);

  /** Nothing happens when nothing was told. */
  void chiudi(String documento);
}
