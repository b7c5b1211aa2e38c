package it.pianodizona.accordo;

import it.pianodizona.accordo.firmadigitale.EsitoVerifica;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * What a body answered, as evidence.
 *
 * @param ente full name of the body
 * @param persona who signed or refused on its behalf
 * @param ruolo in which office, e.g. {@code Sindaco}, {@code Vicesindaco delegato}
 * @param atto number of the authorising act; {@code null} for a refusal without one
 * @param dataAtto {@code null} together with {@code atto}
 * @param data the day it signed or refused
 * @param motivo why it refused; {@code null} for a signature
 * @param verifica what the check of the signed file found; {@code null} without a file
 * @param motivoSenzaProva why there is no signed file; {@code null} with one
 * @param registrata when it was recorded, Europe/Rome
 */
public record Firma(
    long firmaId,
    String ente,
    Esito esito,
    String persona,
    String ruolo,
    String atto,
    LocalDate dataAtto,
    LocalDate data,
    String motivo,
    ZonedDateTime registrata,
    EsitoVerifica verifica,
    String motivoSenzaProva) {

  /** What proves the signature, as officials read it; empty for a refusal. */
  public String prova() {
    if (esito == Esito.RIFIUTATA) {
      return "";
    }
    return verifica == null
        ? "Dichiarata senza file: " + (motivoSenzaProva == null ? "" : motivoSenzaProva)
        : verifica.descrizione();
  }
}
