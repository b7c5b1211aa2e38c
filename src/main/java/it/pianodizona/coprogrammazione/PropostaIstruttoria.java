package it.pianodizona.coprogrammazione;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the admissibility table proposes for a domanda.
 *
 * @param regole the rules it met, gravest first: the first one is the outcome
 */
public record PropostaIstruttoria(List<RegolaApplicata> regole) {

  /**
   * @throws IllegalArgumentException when no rule was met: the table has a hole
   */
  public PropostaIstruttoria {
    if (regole.isEmpty()) {
      throw new IllegalArgumentException("La tabella di ammissibilità non dà nessun esito");
    }
    regole = List.copyOf(regole);
  }

  public EsitoIstruttoria esito() {
    return regole.get(0).esito();
  }

  /** Reasons that lead to this outcome, one per line; empty when no rule leads there. */
  public String motivi(EsitoIstruttoria esito) {
    return regole.stream()
        .filter(regola -> regola.esito() == esito)
        .map(regola -> "%s (%s).".formatted(regola.motivo(), regola.norma()))
        .collect(Collectors.joining("\n"));
  }

  /** The outcome once what can be cured or answered has been. */
  EsitoDomanda sanata() {
    return regole.stream().anyMatch(regola -> regola.esito() == EsitoIstruttoria.CON_RISERVA)
        ? EsitoDomanda.CON_RISERVA
        : EsitoDomanda.AMMESSA;
  }
}
