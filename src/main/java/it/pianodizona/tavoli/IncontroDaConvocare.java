package it.pianodizona.tavoli;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.coprogrammazione.Area;
import it.pianodizona.coprogrammazione.IncontroPrevisto;
import java.time.ZonedDateTime;

/**
 * A meeting about to be convened.
 *
 * @param inizio Europe/Rome
 * @param fine Europe/Rome, after {@code inizio}
 * @param subito whether its members are called now; otherwise the office calls them later
 */
public record IncontroDaConvocare(
    ZonedDateTime inizio,
    ZonedDateTime fine,
    String luogo,
    String ordineDelGiorno,
    boolean subito) {

  /**
   * @throws DatoNonValido when the meeting would end before it begins
   */
  public IncontroDaConvocare {
    if (!fine.isAfter(inizio)) {
      throw DatoNonValido.regola(
          "Orario dell'incontro",
          "l'incontro del %s deve finire dopo il suo inizio (%s)."
              .formatted(Incontro.GIORNO.format(inizio), Incontro.ORA.format(inizio)));
    }
  }

  /**
   * A meeting as the notice announces it, with an agenda to start from: first needs, then answers.
   */
  static IncontroDaConvocare annunciato(IncontroPrevisto incontro, Area area) {
    return new IncontroDaConvocare(
        incontro.inizio(),
        incontro.fine(),
        incontro.luogo(),
        (incontro.numero() == 1
                ? "Lettura condivisa dei bisogni e delle risorse. Temi: "
                : "Proposte, impegni e sintesi. Temi: ")
            + area.temi(),
        true);
  }
}
