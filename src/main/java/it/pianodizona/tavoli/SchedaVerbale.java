package it.pianodizona.tavoli;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/**
 * A verbale as it stands.
 *
 * @param presenti ids of the members who attended
 * @param testo the approved text, or the draft until there is one
 * @param bozzaId document of the draft; {@code null} until it was sent
 * @param termineOsservazioni last instant for remarks, Europe/Rome; {@code null} until sent
 * @param definitivoId document of the approved verbale; {@code null} until there is one
 */
public record SchedaVerbale(
    long incontroId,
    boolean deserto,
    String testo,
    Set<Long> presenti,
    String redattoDa,
    Long bozzaId,
    ZonedDateTime termineOsservazioni,
    Long definitivoId,
    List<Osservazione> osservazioni) {

  /** Whether members may still remark at this moment. */
  public boolean osservabile(ZonedDateTime quando) {
    return termineOsservazioni != null && !quando.isAfter(termineOsservazioni);
  }
}
