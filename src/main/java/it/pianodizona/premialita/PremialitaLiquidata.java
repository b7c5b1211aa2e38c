package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;
import it.pianodizona.piano.EventoDelPiano;
import it.pianodizona.piano.RiferimentoPiano;
import it.pianodizona.premialita.libro.TipoMovimento;
import java.time.LocalDate;

/**
 * A payment was made to the Ente capofila.
 *
 * @param progettoId {@code null} for the first level
 * @param movimentoId its row in the ledger
 * @param titolo of the project, or what the first level is
 */
public record PremialitaLiquidata(
    RiferimentoPiano piano,
    Long progettoId,
    long movimentoId,
    String titolo,
    TipoMovimento tipo,
    Denaro importo,
    String atto,
    LocalDate data)
    implements EventoDelPiano {}
