package it.pianodizona.documento.processo;

import it.pianodizona.documento.NuovaOsservazione;
import it.pianodizona.documento.Parte;
import it.pianodizona.motore.compito.DatiModulo;
import java.util.List;

/** The list of remarks that the forms of who gives an opinion have in common. */
final class OsservazioniNelModulo {

  private OsservazioniNelModulo() {}

  static List<NuovaOsservazione> lette(DatiModulo dati) {
    return dati.righe("osservazioni").stream()
        .map(
            riga ->
                new NuovaOsservazione(
                    riga.cercaTesto("parte").map(Parte::valueOf).orElse(null), riga.testo("testo")))
        .toList();
  }
}
