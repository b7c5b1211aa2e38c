package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;
import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.premialita.libro.TipoMovimento;

/** A payment was reversed: the amount is owed again. */
public record PagamentoStornato(
    RiferimentoPiano piano,
    long movimentoId,
    String titolo,
    TipoMovimento tipo,
    Denaro importo,
    String atto,
    String motivo)
    implements EventoDelPiano {}
