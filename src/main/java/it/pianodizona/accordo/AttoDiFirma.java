package it.pianodizona.accordo;

import it.pianodizona.comune.DatoNonValido;
import java.time.LocalDate;

/**
 * A signature as declared by the body.
 *
 * @param persona who signs
 * @param ruolo in which office
 * @param atto number of the act that authorises the signature
 * @param dataAtto date of that act, not after the signature
 * @param data the day of the signature
 * @param motivoSenzaProva why there is no signed file; {@code null} when there is one
 */
public record AttoDiFirma(
    String persona,
    String ruolo,
    String atto,
    LocalDate dataAtto,
    LocalDate data,
    String motivoSenzaProva) {

  /**
   * @throws DatoNonValido when a part is missing or the act comes after the signature
   */
  public AttoDiFirma {
    Rifiuto.obbligatorio("Chi firma", persona);
    Rifiuto.obbligatorio("In qualità di", ruolo);
    Rifiuto.obbligatorio("Atto che autorizza la firma", atto);
    Rifiuto.obbligatorio("Data dell'atto", dataAtto);
    Rifiuto.obbligatorio("Data della firma", data);
    if (dataAtto.isAfter(data)) {
      throw DatoNonValido.regola(
          "Data dell'atto", "l'atto che autorizza la firma non può essere successivo alla firma.");
    }
  }
}
