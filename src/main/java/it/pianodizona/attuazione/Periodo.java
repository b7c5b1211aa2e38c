package it.pianodizona.attuazione;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * A year, half-year or quarter that a flow reports on.
 *
 * @param inizio its first day
 */
record Periodo(Cadenza cadenza, LocalDate inizio) {

  /** All the periods of this length that begin in these years, in order. */
  static Stream<Periodo> tra(Cadenza cadenza, LocalDate dal, LocalDate al) {
    if (cadenza == Cadenza.BANDO) {
      return Stream.empty();
    }
    var primo = new Periodo(cadenza, LocalDate.of(dal.getYear(), 1, 1));
    return Stream.iterate(primo, Periodo::successivo).takeWhile(p -> !p.inizio().isAfter(al));
  }

  Periodo successivo() {
    return new Periodo(cadenza, inizio.plusMonths(cadenza.mesi()));
  }

  /** How it is written: {@code 2025}, {@code 2025-S1}, {@code 2025-T3}. */
  String codice() {
    return cadenza == Cadenza.ANNO
        ? String.valueOf(inizio.getYear())
        : "%d-%s%d"
            .formatted(
                inizio.getYear(),
                cadenza.sigla(),
                (inizio.getMonthValue() - 1) / cadenza.mesi() + 1);
  }
}
