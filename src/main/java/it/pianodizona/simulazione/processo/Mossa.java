package it.pianodizona.simulazione.processo;

import java.util.Map;

/** What a person does with a task. */
sealed interface Mossa {

  /** Completes it with these fields; the others stay as the form was prefilled. */
  record Completa(Map<String, ?> dati) implements Mossa {}

  /** Looks again after some working days: it cannot be done now. */
  record Rimanda(int giorni) implements Mossa {}

  /** Leaves it open: it closes by itself when it is not needed any more. */
  record Lascia() implements Mossa {}

  static Mossa completa(Object... campiEValori) {
    var dati = new java.util.LinkedHashMap<String, Object>();
    for (int i = 0; i < campiEValori.length; i += 2) {
      dati.put((String) campiEValori[i], campiEValori[i + 1]);
    }
    return new Completa(dati);
  }
}
