package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;
import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.premialita.libro.TipoMovimento;

/**
 * A payment was reversed: what is still due of it is owed again.
 *
 * @param progettoId {@code null} for the first level
 * @param movimentoId the row that reverses it
 * @param recuperoAnnullato what was ordered back and is not asked any more; zero when nothing was
 * @param residua what is owed now
 */
public record PagamentoStornato(
    RiferimentoPiano piano,
    Long progettoId,
    long movimentoId,
    String titolo,
    TipoMovimento tipo,
    Denaro importo,
    Denaro recuperoAnnullato,
    Denaro residua,
    String atto,
    String motivo)
    implements EventoDelPiano {}
