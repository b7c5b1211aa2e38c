package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;
import it.pianodizona.premialita.libro.Movimento;

/**
 * A reversed payment that may be made again.
 *
 * @param importo what it would pay now, more than zero
 */
public record PagamentoRipetibile(Movimento pagamento, Denaro importo) {}
