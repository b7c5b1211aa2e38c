package it.pianodizona.documento;

import it.pianodizona.comune.Denaro;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A table of objectives read from a file.
 *
 * @param fondi the shared budgets the file defines, in order, by name
 */
public record ObiettiviDaImportare(List<Riga> obiettivi, Map<String, Denaro> fondi) {

  /**
   * @param fondi names of the shared budgets it draws on
   */
  public record Riga(SchedaObiettivo scheda, List<Indicatore> indicatori, Set<String> fondi) {}

  /** Two names that differ only by case or spaces are the same budget. */
  static String chiave(String denominazione) {
    return denominazione.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ITALIAN);
  }
}
