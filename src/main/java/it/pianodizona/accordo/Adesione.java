package it.pianodizona.accordo;

import it.pianodizona.piano.RiferimentoPiano;
import java.time.ZonedDateTime;

/**
 * The request of a Third Sector body to adhere to an Accordo (art. 18 l.r. 3/2008).
 *
 * @param domandaId the domanda di partecipazione of the body
 * @param tavoli the tavoli it took part in, as people read them
 * @param token of the body's own page
 * @param email where it is written to; {@code null} when not known
 * @param accolta {@code null} until it is examined
 * @param motivi why it was refused; {@code null} otherwise
 * @param decisa {@code null} until it is examined
 */
public record Adesione(
    long id,
    RiferimentoPiano piano,
    long domandaId,
    String ente,
    String persona,
    String ruolo,
    String impegni,
    String risorse,
    String tavoli,
    String protocollo,
    ZonedDateTime richiesta,
    String token,
    String email,
    Boolean accolta,
    String motivi,
    ZonedDateTime decisa) {

  /** As the body reads it. */
  public String situazione() {
    return accolta == null ? "In esame" : accolta ? "Accolta" : "Non accolta";
  }
}
