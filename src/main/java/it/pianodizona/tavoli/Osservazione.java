package it.pianodizona.tavoli;

import java.time.ZonedDateTime;

/**
 * A remark of a member on the draft of a verbale.
 *
 * @param ente name of the member
 * @param accolta {@code null} until the office has decided
 * @param motivo why it was accepted or not; {@code null} until the office has decided
 */
public record Osservazione(
    long id,
    long membroId,
    String ente,
    String testo,
    ZonedDateTime arrivata,
    Boolean accolta,
    String motivo) {

  /** Whether it was accepted, in words. */
  public String esito() {
    if (accolta == null) {
      return "in esame";
    }
    return accolta ? "accolta" : "non accolta";
  }
}
