package it.pianodizona.monitoraggio;

import it.pianodizona.fascicolo.Stampa;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The yearly report on the plans of a triennio, as PDF/A. */
@Service
public class RapportoRegionale {

  private final Stampa stampa;
  private final CicliConclusi cicli;

  RapportoRegionale(Stampa stampa, CicliConclusi cicli) {
    this.stampa = stampa;
    this.cicli = cicli;
  }

  /**
   * @param quadro the rows that the report is about
   */
  public byte[] pdf(Quadro quadro) {
    return stampa.pdf("rapporto-regionale", Map.of("quadro", quadro, "cicli", cicli.elenco()));
  }
}
