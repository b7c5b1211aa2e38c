package it.pianodizona.assemblea;

import it.pianodizona.comune.Termini;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * A sitting of the Assemblea, in first or second call.
 *
 * @param approvazioneId the attempt to approve the plan it belongs to
 * @param giro how many times the Assemblea was convened for this attempt; both calls of one notice
 *     share it
 * @param convocazione 1 or 2
 * @param inizio when it starts, Europe/Rome
 * @param motivoUrgenza why the shorter notice was used; {@code null} when it was not
 * @param regolamentoId the version of the rules it was convened under
 */
public record Seduta(
    long id,
    long approvazioneId,
    long pianoId,
    int giro,
    int convocazione,
    ZonedDateTime inizio,
    String luogo,
    String ordineDelGiorno,
    boolean urgente,
    String motivoUrgenza,
    long regolamentoId) {

  /** The day of the sitting, in Rome. */
  public LocalDate giorno() {
    return inizio.withZoneSameInstant(Termini.ROMA).toLocalDate();
  }

  /** {@code prima} or {@code seconda}. */
  public String ordinale() {
    return convocazione == 1 ? "prima" : "seconda";
  }
}
