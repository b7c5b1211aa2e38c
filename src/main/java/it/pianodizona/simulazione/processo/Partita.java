package it.pianodizona.simulazione.processo;

import it.pianodizona.simulazione.Parametri;
import it.pianodizona.simulazione.Profilo;
import it.pianodizona.simulazione.Ritmo;
import it.pianodizona.simulazione.Sorte;
import java.util.List;

/**
 * The run under way.
 *
 * @param ambiti codes of the Ambiti that play
 */
record Partita(Parametri parametri, Sorte sorte, Ritmo ritmo, List<String> ambiti) {

  Profilo profilo() {
    return parametri.profilo();
  }
}
