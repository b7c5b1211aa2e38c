package it.pianodizona.tavoli.processo;

import it.pianodizona.tavoli.ContributoRaccolto;
import it.pianodizona.tavoli.TipoContributo;
import java.util.List;

/** A first text for the synthesis, made of what the members brought. */
final class Bozza {

  /** A text field of a form holds at most this many characters. */
  static final int LUNGHEZZA_MASSIMA = 4000;

  private static final String RINVIO = "(gli altri contributi sono nei verbali)";

  private Bozza() {}

  /** One line per contribution of this kind, cut at whole contributions when too long. */
  static String di(List<ContributoRaccolto> contributi, TipoContributo tipo) {
    var testo = new StringBuilder();
    for (var contributo : contributi) {
      if (contributo.tipo() == tipo) {
        var riga = "- %s: %s\n".formatted(contributo.ente(), contributo.testo());
        if (testo.length() + riga.length() > LUNGHEZZA_MASSIMA - RINVIO.length()) {
          return testo.append(RINVIO).toString();
        }
        testo.append(riga);
      }
    }
    return testo.isEmpty() ? "Nessun contributo raccolto." : testo.toString().stripTrailing();
  }
}
