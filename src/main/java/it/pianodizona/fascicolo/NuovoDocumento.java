package it.pianodizona.fascicolo;

import java.util.Objects;

/**
 * A document to keep.
 *
 * @param riferimento what it belongs to, such as {@code domanda:12}
 * @param tipoContenuto media type, such as {@code application/pdf}
 * @param protocollo number in the protocol register, or {@code null}
 * @param inseritoDa who puts it there, as people will read it
 */
public record NuovoDocumento(
    long pianoId,
    String riferimento,
    TipoDocumento tipo,
    String titolo,
    String nomeFile,
    String tipoContenuto,
    byte[] contenuto,
    String protocollo,
    String inseritoDa) {

  public NuovoDocumento {
    Objects.requireNonNull(riferimento);
    Objects.requireNonNull(tipo);
    Objects.requireNonNull(titolo);
    Objects.requireNonNull(nomeFile);
    Objects.requireNonNull(tipoContenuto);
    Objects.requireNonNull(contenuto);
    Objects.requireNonNull(inseritoDa);
  }

  /** A PDF that the application itself printed. */
  public static NuovoDocumento pdf(
      long pianoId,
      String riferimento,
      TipoDocumento tipo,
      String titolo,
      String nomeFile,
      byte[] contenuto,
      String protocollo) {
    return new NuovoDocumento(
        pianoId,
        riferimento,
        tipo,
        titolo,
        nomeFile,
        "application/pdf",
        contenuto,
        protocollo,
        "Piano di Zona");
  }
}
