package it.pianodizona.motore.incarichi;

import java.time.LocalDate;

/**
 * An appointment on record.
 *
 * @param inseritoDa login of the administrator
 * @param revocatoDa login of who revoked it; null while it stands
 */
public record Incarico(
    long id,
    String persona,
    TipoIncarico tipo,
    String ruolo,
    String codiceAmbito,
    String perContoDi,
    LocalDate dal,
    LocalDate al,
    String atto,
    String inseritoDa,
    String revocatoDa) {

  public boolean valido(LocalDate giorno) {
    return revocatoDa == null && !giorno.isBefore(dal) && (al == null || !giorno.isAfter(al));
  }
}
