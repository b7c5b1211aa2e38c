package it.pianodizona.attuazione;

import it.pianodizona.attuazione.Colonna.TipoColonna;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.fascicolo.CellaErrata;
import it.pianodizona.fascicolo.FoglioDiCalcolo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares a file with the columns of its flow, cell by cell. */
final class ControlloFlusso {

  /** More would not help anybody to correct the file. */
  static final int ERRORI_MOSTRATI = 200;

  private ControlloFlusso() {}

  /**
   * @param comuni ISTAT codes of the Comuni of the Ambito
   * @return the cells in error, in file order; empty for a good file
   * @throws DatoNonValido when a column is missing or unknown, or there is no row
   */
  static List<CellaErrata> errori(Flusso flusso, FoglioDiCalcolo foglio, Set<String> comuni) {
    var posizioni = posizioni(flusso, foglio);
    if (foglio.righe().isEmpty()) {
      throw DatoNonValido.regola(
          "File del flusso", "il file non ha righe; serve almeno una riga di dati.");
    }
    var errori = new ArrayList<CellaErrata>();
    for (var riga : foglio.righe()) {
      for (var colonna : flusso.tracciato()) {
        int posizione = posizioni.get(colonna.nome());
        String valore = riga.celle().get(posizione);
        boolean buono =
            colonna.accetta(valore)
                && (colonna.tipo() != TipoColonna.CODICE_ISTAT
                    || valore.isEmpty()
                    || comuni.contains(valore));
        if (!buono) {
          errori.add(
              new CellaErrata(riga.cella(posizione), colonna.nome(), valore, colonna.accettato()));
        }
        if (errori.size() == ERRORI_MOSTRATI) {
          return errori;
        }
      }
    }
    return errori;
  }

  private static Map<String, Integer> posizioni(Flusso flusso, FoglioDiCalcolo foglio) {
    Map<String, Integer> posizioni = new HashMap<>();
    for (int i = 0; i < foglio.colonne().size(); i++) {
      posizioni.put(foglio.colonne().get(i).toLowerCase(Locale.ITALIAN), i);
    }
    var attese = flusso.tracciato().stream().map(Colonna::nome).toList();
    var mancanti = attese.stream().filter(nome -> !posizioni.containsKey(nome)).toList();
    if (!mancanti.isEmpty()) {
      throw DatoNonValido.regola(
          "File del flusso",
          "mancano le colonne %s; il flusso «%s» ha le colonne %s."
              .formatted(
                  String.join(", ", mancanti), flusso.denominazione(), String.join(", ", attese)));
    }
    var ignote = posizioni.keySet().stream().filter(nome -> !attese.contains(nome)).toList();
    if (!ignote.isEmpty()) {
      throw DatoNonValido.regola(
          "File del flusso",
          "la colonna «%s» non è prevista; le colonne sono %s."
              .formatted(ignote.get(0), String.join(", ", attese)));
    }
    return posizioni;
  }
}
