package it.pianodizona.fascicolo;

import it.pianodizona.comune.DatoNonValido;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table that an office uploads, CSV or the first sheet of an XLSX workbook: a row of headings and
 * rows of values, each cell as text and with the name that a spreadsheet gives it.
 *
 * @param colonne headings as written, without surrounding spaces
 */
public record FoglioDiCalcolo(List<String> colonne, List<Riga> righe) {

  /**
   * One row of values.
   *
   * @param numero as the spreadsheet counts it: the headings are row 1
   * @param celle one text for each heading, empty where the cell is
   */
  public record Riga(int numero, List<String> celle) {

    /** Name of the cell in that column, such as {@code B7}. */
    public String cella(int colonna) {
      return Foglio.cella(numero, colonna);
    }
  }

  /**
   * Reads a file; see {@link Foglio#leggi} for what is understood.
   *
   * @param campo name of the field, as the person knows it
   * @throws DatoNonValido for a file without headings, with a heading twice, with a row longer than
   *     the headings, or that cannot be read
   */
  public static FoglioDiCalcolo leggi(String campo, Allegato file) {
    var foglio = Foglio.leggi(campo, file.contenuto(), file.nomeFile()).get(0);
    var colonne = senzaCodaVuota(foglio.righe().getOrDefault(1, List.of()));
    if (colonne.isEmpty()) {
      throw DatoNonValido.regola(
          campo, "il file è vuoto; la prima riga deve avere i nomi delle colonne.");
    }
    nomiDiversi(campo, colonne);
    var righe = new ArrayList<Riga>();
    foglio
        .righe()
        .tailMap(2)
        .forEach((numero, celle) -> righe.add(riga(campo, numero, celle, colonne)));
    return new FoglioDiCalcolo(List.copyOf(colonne), List.copyOf(righe));
  }

  private static Riga riga(String campo, int numero, List<String> grezze, List<String> colonne) {
    var celle = senzaCodaVuota(grezze);
    if (celle.size() > colonne.size()) {
      throw DatoNonValido.regola(
          campo,
          "la riga %d ha %d valori, ma le colonne sono %d."
              .formatted(numero, celle.size(), colonne.size()));
    }
    celle.addAll(Collections.nCopies(colonne.size() - celle.size(), ""));
    return new Riga(numero, List.copyOf(celle));
  }

  private static void nomiDiversi(String campo, List<String> colonne) {
    Map<String, Integer> viste = new HashMap<>();
    for (int i = 0; i < colonne.size(); i++) {
      if (viste.put(colonne.get(i).toLowerCase(Locale.ITALIAN), i) != null) {
        throw DatoNonValido.regola(
            campo,
            "la colonna «%s» (cella %s) c'è due volte."
                .formatted(colonne.get(i), Foglio.cella(1, i)));
      }
    }
  }

  private static List<String> senzaCodaVuota(List<String> celle) {
    int fine = celle.size();
    while (fine > 0 && celle.get(fine - 1).isEmpty()) {
      fine--;
    }
    return new ArrayList<>(celle.subList(0, fine));
  }
}
