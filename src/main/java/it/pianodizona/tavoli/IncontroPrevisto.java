package it.pianodizona.tavoli;

import it.pianodizona.comune.DatoNonValido;
import java.time.ZonedDateTime;

/**
 * A meeting as it is planned.
 *
 * @param inizio Europe/Rome
 * @param fine Europe/Rome, after {@code inizio}
 */
public record IncontroPrevisto(
    ZonedDateTime inizio, ZonedDateTime fine, String luogo, String ordineDelGiorno) {

  /**
   * @throws DatoNonValido when the meeting would end before it begins
   */
  public IncontroPrevisto {
    if (!fine.isAfter(inizio)) {
      throw DatoNonValido.regola(
          "Orario dell'incontro",
          "l'incontro del %s deve finire dopo il suo inizio (%s)."
              .formatted(Incontro.GIORNO.format(inizio), Incontro.ORA.format(inizio)));
    }
  }
}
