package it.pianodizona.attuazione.monitoraggio;

import java.math.BigDecimal;
import java.util.List;

/** Decides the lights; the tables are decision tables that can change without the program. */
public interface Semafori {

  /**
   * @param avanzamento what was reached, in percent of what was expected at the end of the year;
   *     {@code null} when it is not known
   * @param soglie from which percentages on it is green or yellow
   */
  Luce indicatore(BigDecimal avanzamento, Soglie soglie);

  /** The light of an objective, from those of its indicators. */
  Luce obiettivo(List<Semaforo> indicatori);

  /**
   * From which percentage of what was expected an indicator is green, and from which yellow.
   *
   * @param gialla below the green one
   */
  record Soglie(BigDecimal verde, BigDecimal gialla) {

    public Soglie {
      if (gialla.signum() < 0 || verde.compareTo(gialla) <= 0) {
        throw new IllegalArgumentException(
            "La soglia del verde (%s) deve superare quella del giallo (%s)"
                .formatted(verde, gialla));
      }
    }
  }
}
