package it.pianodizona.coprogrammazione.processo;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.coprogrammazione.Area;
import it.pianodizona.coprogrammazione.IncontroPrevisto;
import it.pianodizona.motore.compito.DatiModulo;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Meetings as rows of a form, where an area is its number in the notice. */
final class IncontriNelModulo {

  private IncontriNelModulo() {}

  static List<Map<String, Object>> righe(List<Area> aree, List<IncontroPrevisto> incontri) {
    var codici = aree.stream().map(Area::codice).toList();
    return incontri.stream()
        .sorted(
            Comparator.comparing((IncontroPrevisto incontro) -> codici.indexOf(incontro.area()))
                .thenComparing(IncontroPrevisto::numero))
        .map(
            incontro -> {
              var riga = new LinkedHashMap<String, Object>();
              riga.put("area", codici.indexOf(incontro.area()) + 1);
              riga.put("numero", incontro.numero());
              riga.put("giorno", incontro.giorno());
              riga.put("dalle", incontro.dalle().toString());
              riga.put("alle", incontro.alle().toString());
              riga.put("luogo", incontro.luogo());
              return (Map<String, Object>) riga;
            })
        .toList();
  }

  /**
   * @throws DatoNonValido when the notice has no areas, or a row names an area that the notice does
   *     not have
   */
  static List<IncontroPrevisto> leggi(List<Area> aree, DatiModulo dati) {
    if (aree.isEmpty()) {
      throw DatoNonValido.regola("Aree tematiche", "serve almeno un'area.");
    }
    return dati.righe("incontri").stream()
        .map(
            riga -> {
              int area = riga.intero("area");
              if (area < 1 || area > aree.size()) {
                throw new DatoNonValido(
                    "Incontri, Area n.", area, "il numero di un'area, da 1 a " + aree.size());
              }
              return new IncontroPrevisto(
                  aree.get(area - 1).codice(),
                  riga.intero("numero"),
                  riga.data("giorno"),
                  LocalTime.parse(riga.testo("dalle")),
                  LocalTime.parse(riga.testo("alle")),
                  riga.testo("luogo"));
            })
        .toList();
  }
}
