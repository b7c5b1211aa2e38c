package it.pianodizona.assemblea;

import it.pianodizona.comune.DatoNonValido;
import java.time.ZonedDateTime;

/**
 * What the notice of the Assemblea says.
 *
 * @param prima start of the first call
 * @param seconda start of the second call, after the first; {@code null} when it will be convened
 *     on its own
 * @param urgente true when the shorter notice in hours applies
 * @param motivoUrgenza why it is urgent; {@code null} when it is not
 */
public record Convocazione(
    ZonedDateTime prima,
    ZonedDateTime seconda,
    String luogo,
    String ordineDelGiorno,
    boolean urgente,
    String motivoUrgenza) {

  /**
   * @throws DatoNonValido when a part is missing or the second call does not follow the first
   */
  public Convocazione {
    obbligatorio("Prima convocazione", prima);
    obbligatorio("Luogo", luogo);
    obbligatorio("Ordine del giorno", ordineDelGiorno);
    if (urgente) {
      obbligatorio("Motivo dell'urgenza", motivoUrgenza);
    } else {
      motivoUrgenza = null;
    }
    if (seconda != null && !seconda.isAfter(prima)) {
      throw DatoNonValido.regola(
          "Seconda convocazione", "deve essere successiva alla prima convocazione.");
    }
  }

  private static void obbligatorio(String campo, Object valore) {
    if (valore == null || valore.toString().isBlank()) {
      throw new DatoNonValido(campo, null, "un valore, perché è obbligatorio");
    }
  }
}
