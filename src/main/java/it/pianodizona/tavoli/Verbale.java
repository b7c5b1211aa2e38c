package it.pianodizona.tavoli;

import it.pianodizona.comune.DatoNonValido;
import java.util.List;
import java.util.Set;

/**
 * What happened at a meeting. Nobody coming does not invalidate the tavolo: the meeting is recorded
 * as deserted and the work goes on with what arrived in writing.
 *
 * @param presenti members who attended
 * @param deserto declared by the facilitatore: nobody attended
 * @param redattoDa login of who wrote it
 */
public record Verbale(
    Set<Long> presenti,
    boolean deserto,
    String testo,
    List<Contributo> contributi,
    String redattoDa) {

  /**
   * @throws DatoNonValido when the attendance and the declaration of a deserted meeting disagree
   */
  public Verbale {
    presenti = Set.copyOf(presenti);
    contributi = List.copyOf(contributi);
    if (presenti.isEmpty() && !deserto) {
      throw DatoNonValido.regola(
          "Presenti",
          "nessuno risulta presente: indicare chi ha partecipato oppure spuntare"
              + " «L'incontro è andato deserto».");
    }
    if (!presenti.isEmpty() && deserto) {
      throw DatoNonValido.regola(
          "L'incontro è andato deserto",
          "ma qualcuno risulta presente: togliere i presenti oppure la spunta.");
    }
  }
}
