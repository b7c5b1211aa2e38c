package it.pianodizona.documento;

import java.time.LocalDate;

/**
 * A remark on a version, with the answer that a later draft gave.
 *
 * @param documentoId the version it was made on
 * @param parte {@code null} when it is about the whole document
 * @param accolta {@code null} until it is answered
 * @param risposta {@code null} until it is answered
 */
public record Osservazione(
    long id,
    long documentoId,
    Provenienza provenienza,
    String chi,
    Parte parte,
    String testo,
    LocalDate giorno,
    Boolean accolta,
    String risposta) {

  /** What it is about. */
  public String argomento() {
    return parte == null ? "Tutto il documento" : "Parte " + parte.etichetta();
  }

  /** How it was answered, in words. */
  public String esito() {
    return accolta == null ? "da esaminare" : accolta ? "accolta" : "non accolta";
  }
}
