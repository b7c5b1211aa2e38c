package it.pianodizona.piano;

import java.time.ZonedDateTime;

/**
 * The Piano di Zona of one Ambito for one triennio.
 *
 * @param scadenzaAccordo last instant to sign the Accordo di Programma, Europe/Rome
 * @param inRitardo true once that instant passed without all signatures: a state, not an end
 */
public record Piano(
    long id,
    String codiceAmbito,
    String triennio,
    Fase fase,
    boolean inRitardo,
    ZonedDateTime scadenzaAccordo,
    ZonedDateTime avviato) {

  /** First instant at which an Accordo not signed by all is late. */
  public ZonedDateTime ritardoDal() {
    return scadenzaAccordo.plusSeconds(1);
  }

  public RiferimentoPiano riferimento() {
    return new RiferimentoPiano(id, codiceAmbito, triennio);
  }
}
