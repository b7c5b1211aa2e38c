package it.pianodizona.documento;

/**
 * A public health body whose intesa the document needs.
 *
 * @param nome as officials call it, e.g. {@code ATS Bergamo}
 */
public record EnteIntesa(Provenienza provenienza, String nome) {}
