package it.pianodizona.fascicolo;

/**
 * An uploaded file that passed every check.
 *
 * @param nomeFile sanitised, with the extension of its real format
 */
public record Allegato(String nomeFile, FormatoFile formato, byte[] contenuto, String sha256) {}
