package it.pianodizona.documento;

/**
 * A remark as somebody makes it.
 *
 * @param parte {@code null} when it is about the whole document
 */
public record NuovaOsservazione(Parte parte, String testo) {}
