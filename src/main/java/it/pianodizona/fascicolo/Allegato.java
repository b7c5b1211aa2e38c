package it.pianodizona.fascicolo;

/**
 * An uploaded file that passed every check.
 *
 * @param nomeFile sanitised, with the extension of its real format
 */
public record Allegato(String nomeFile, FormatoFile formato, byte[] contenuto) {

  /** SHA-256 of the bytes, in hexadecimal; reckoned at each call, for whoever needs it. */
  public String sha256() {
    return Impronta.sha256(contenuto);
  }
}
