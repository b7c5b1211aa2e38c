package it.pianodizona.documento;

import it.pianodizona.comune.Denaro;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The money of a version: what each objective has of its own, and the shared budgets, each counted
 * once however many objectives draw on it.
 *
 * @param proprie sum of the objectives' own resources
 * @param fondi the shared budgets that at least one objective draws on
 * @param perMacroarea own resources by area
 */
public record QuadroRisorse(
    Denaro proprie, List<FondoCondiviso> fondi, Map<Macroarea, Denaro> perMacroarea) {

  static QuadroRisorse di(List<Obiettivo> obiettivi) {
    var fondi =
        obiettivi.stream()
            .flatMap(obiettivo -> obiettivo.fondi().stream())
            .collect(
                Collectors.toMap(
                    FondoCondiviso::id, fondo -> fondo, (uno, stesso) -> uno, TreeMap::new));
    var perMacroarea =
        obiettivi.stream()
            .map(Obiettivo::scheda)
            .collect(
                Collectors.toMap(
                    SchedaObiettivo::macroarea,
                    SchedaObiettivo::risorseEconomiche,
                    Denaro::piu,
                    TreeMap::new));
    return new QuadroRisorse(
        Denaro.somma(perMacroarea.values()), List.copyOf(fondi.values()), perMacroarea);
  }

  /** Sum of the shared budgets. */
  public Denaro condivise() {
    return Denaro.somma(fondi.stream().map(FondoCondiviso::importo).toList());
  }

  public Denaro totale() {
    return proprie.piu(condivise());
  }
}
