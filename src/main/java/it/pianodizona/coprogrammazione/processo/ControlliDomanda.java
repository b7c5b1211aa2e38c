package it.pianodizona.coprogrammazione.processo;

import it.pianodizona.coprogrammazione.Domande;
import it.pianodizona.coprogrammazione.Istruttorie;
import it.pianodizona.motore.NelModello;
import it.pianodizona.motore.modulo.ValoriModulo;
import java.util.Map;
import org.camunda.spin.json.SpinJsonNode;

/** What the admissibility table reads: the register and the office's checks, as one JSON value. */
@NelModello("controlliDomanda")
public class ControlliDomanda {

  private static final String NESSUNA = "NESSUNA";

  private final Domande domande;
  private final Istruttorie istruttorie;

  ControlliDomanda(Domande domande, Istruttorie istruttorie) {
    this.domande = domande;
    this.istruttorie = istruttorie;
  }

  /** The checks on a domanda. */
  public SpinJsonNode di(long domandaId) {
    var istruttoria = istruttorie.ultima(domandaId).orElseThrow();
    var categoria = istruttoria.categoria();
    return ValoriModulo.json(
        Map.of(
            "tardiva", domande.domanda(domandaId).tardiva(),
            "canaleAmmesso", istruttoria.canaleAmmesso(),
            "firma", istruttoria.firma().name(),
            "documentoIdentita", istruttoria.documentoIdentita(),
            "categoria", categoria == null ? NESSUNA : categoria.name(),
            "runts", istruttoria.runts().name(),
            "requisitiProvati", istruttoria.requisitiProvati()));
  }
}
