package it.pianodizona.documento;

import java.util.List;
import java.util.Map;

/**
 * A sheet of a file as texts.
 *
 * @param righe by number as spreadsheets count them, from 1; only those with something written
 */
record Foglio(String nome, Map<Integer, List<String>> righe) {

  String cella(int riga, int colonna) {
    var celle = righe.getOrDefault(riga, List.of());
    return colonna >= 0 && colonna < celle.size() ? celle.get(colonna) : "";
  }
}
