package it.pianodizona.fascicolo;

import it.pianodizona.fascicolo.Protocollo.Verso;
import java.time.ZonedDateTime;

/**
 * One row of the protocol register; an annulled one stays where it is.
 *
 * @param corrispondente who the document comes from or goes to; {@code null} when the document says
 *     it
 * @param registrata Europe/Rome
 * @param annullamento {@code null} for a valid row
 */
public record VoceProtocollo(
    String codiceAmbito,
    NumeroProtocollo numero,
    Verso verso,
    String oggetto,
    String corrispondente,
    ZonedDateTime registrata,
    Annullamento annullamento) {

  /**
   * @param provvedimento the act that authorised it
   * @param chi login
   * @param quando Europe/Rome
   */
  public record Annullamento(
      String motivo, String provvedimento, String chi, ZonedDateTime quando) {}
}
