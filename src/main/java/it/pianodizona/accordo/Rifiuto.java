package it.pianodizona.accordo;

import it.pianodizona.comune.DatoNonValido;
import java.time.LocalDate;

/**
 * A refusal to sign. One is enough: there is no agreement of art. 34 TUEL without every body.
 *
 * @param persona who refuses on behalf of the body
 * @param ruolo in which office
 * @param motivo why
 * @param data the day of the refusal
 */
public record Rifiuto(String persona, String ruolo, String motivo, LocalDate data) {

  /**
   * @throws DatoNonValido when a part is missing
   */
  public Rifiuto {
    obbligatorio("Chi rifiuta", persona);
    obbligatorio("In qualità di", ruolo);
    obbligatorio("Motivo del rifiuto", motivo);
    obbligatorio("Data del rifiuto", data);
  }

  static void obbligatorio(String campo, Object valore) {
    if (valore == null || valore.toString().isBlank()) {
      throw new DatoNonValido(campo, null, "un valore, perché è obbligatorio");
    }
  }
}
