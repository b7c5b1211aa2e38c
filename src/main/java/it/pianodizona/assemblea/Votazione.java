package it.pianodizona.assemblea;

import java.time.ZonedDateTime;

/**
 * One vote, as it was counted. When the quorum was missing nothing was voted and the count is
 * empty.
 *
 * @param posto place in the register; 0 for those recorded before there was one
 * @param tenuta when it was held, Europe/Rome
 * @param corregge the vote it corrects, else {@code null}
 * @param motivo why it was corrected
 * @param registrata when it was recorded, Europe/Rome
 */
public record Votazione(
    long id,
    long posto,
    long sedutaId,
    int convocazione,
    Punto punto,
    Quorum quorum,
    Scrutinio scrutinio,
    boolean valida,
    boolean approvata,
    ZonedDateTime tenuta,
    Long corregge,
    String motivo,
    ZonedDateTime registrata) {

  /** As people say it. */
  public String esito() {
    if (!valida) {
      return "senza numero legale";
    }
    return approvata ? "approvato" : "non approvato";
  }
}
