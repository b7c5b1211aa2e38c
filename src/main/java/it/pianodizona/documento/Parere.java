package it.pianodizona.documento;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.comune.DatoNonValido;
import java.time.LocalDate;

/**
 * What a body said of one version of the document.
 *
 * @param chi name of the body, or the trade unions that were heard
 * @param testo remarks or reasons; {@code null} when there are none
 * @param giorno when it was said, Europe/Rome
 * @param registratoDa login of who recorded it
 */
public record Parere(
    Provenienza provenienza,
    EsitoParere esito,
    String chi,
    String testo,
    LocalDate giorno,
    String registratoDa) {

  /**
   * @throws DatoNonValido when a contrary opinion has no reasons: the office could not act on it
   */
  public Parere {
    if (esito == EsitoParere.CONTRARIO && (testo == null || testo.isBlank())) {
      throw DatoNonValido.regola(
          "Osservazioni", "sono obbligatorie quando il parere non è favorevole.");
    }
  }

  /** One line, e.g. {@code Comitato dei Sindaci, 12/11/2024, contrario: mancano gli indicatori}. */
  public String riassunto() {
    return "%s, %s, %s%s"
        .formatted(
            chi, GIORNO.format(giorno), esito.descrizione(), testo == null ? "" : ": " + testo);
  }
}
