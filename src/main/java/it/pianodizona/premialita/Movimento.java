package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;
import java.time.LocalDate;

/**
 * A payment in the ledger; never changed once written.
 *
 * @param atto number of the decree
 * @param data date of the decree
 * @param beneficiario name of the Ente capofila, the only one that can be paid
 */
public record Movimento(
    long id,
    long pianoId,
    long progettoId,
    TipoMovimento tipo,
    Denaro importo,
    String atto,
    LocalDate data,
    String beneficiario) {}
