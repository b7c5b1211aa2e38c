package it.pianodizona.attuazione;

import it.pianodizona.comune.Termine;
import it.pianodizona.comune.Termini;
import java.time.LocalDate;
import java.util.List;

/**
 * A reporting flow (DGR XI/4563 Appendice 2).
 *
 * @param apreDopoMesi months from the first day of the period to the day the window opens
 * @param chiudeDopoMesi months from the first day of the period to the month the window closes in
 * @param chiudeGiorno day of that month, or its last day when it has fewer
 * @param tracciato the columns of its file
 */
public record Flusso(
    String codice,
    String denominazione,
    boolean dellAmbito,
    Cadenza cadenza,
    int apreDopoMesi,
    int chiudeDopoMesi,
    int chiudeGiorno,
    String fonte,
    List<Colonna> tracciato) {

  public Flusso {
    tracciato = List.copyOf(tracciato);
  }

  LocalDate apertura(Periodo periodo) {
    return periodo.inizio().plusMonths(apreDopoMesi);
  }

  /** The last day is written in the regional act: it does not move on a holiday. */
  Termine chiusura(Periodo periodo) {
    var mese = periodo.inizio().plusMonths(chiudeDopoMesi);
    return Termini.aData(
        mese.withDayOfMonth(Math.min(chiudeGiorno, mese.lengthOfMonth())),
        "finestra del flusso «%s», periodo %s; %s"
            .formatted(denominazione, periodo.codice(), fonte));
  }
}
