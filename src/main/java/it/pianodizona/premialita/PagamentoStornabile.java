package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;
import it.pianodizona.premialita.libro.Movimento;
import java.util.List;

/**
 * A payment that may be reversed.
 *
 * @param recuperi ordered on it, which the same act reverses; empty when none was
 */
public record PagamentoStornabile(Movimento pagamento, List<Movimento> recuperi) {

  public PagamentoStornabile {
    recuperi = List.copyOf(recuperi);
  }

  /** What was ordered back. */
  public Denaro recuperato() {
    return Denaro.somma(recuperi.stream().map(Movimento::importo).toList());
  }
}
