package it.pianodizona.documento;

import it.pianodizona.comune.DatoNonValido;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An objective as somebody writes it.
 *
 * @param fondi ids of the shared budgets of the same version it draws on
 */
public record DatiObiettivo(SchedaObiettivo scheda, List<Indicatore> indicatori, Set<Long> fondi) {

  /**
   * @throws DatoNonValido when there are too many indicators
   */
  public DatiObiettivo {
    indicatori = List.copyOf(indicatori);
    fondi = new TreeSet<>(fondi);
    if (indicatori.size() > Indicatore.MASSIMO) {
      throw DatoNonValido.regola(
          "Indicatori", "al massimo %d per obiettivo.".formatted(Indicatore.MASSIMO));
    }
  }
}
