package it.pianodizona.premialita.libro;

import it.pianodizona.comune.Denaro;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A row of the ledger; never changed once written.
 *
 * @param progettoId {@code null} for the first level of 2018-2020, which belongs to the Ambito
 * @param atto what orders it, e.g. the number of the decree
 * @param data date of the act
 * @param beneficiario name of the Ente capofila, the only one that can be paid
 * @param presupposto what allowed it, as found at that moment
 * @param storna the row that this one reverses, or {@code null}
 * @param utente login of who recorded it
 */
public record Movimento(
    long id,
    long pianoId,
    Long progettoId,
    TipoMovimento tipo,
    Conto dare,
    Conto avere,
    Denaro importo,
    String atto,
    LocalDate data,
    String beneficiario,
    String presupposto,
    Long storna,
    String utente,
    OffsetDateTime registrato) {

  /** As orders to the treasury and its files name it: {@code PZ-0000012}. */
  public String numero() {
    return numero(id);
  }

  public static String numero(long id) {
    return "PZ-%07d".formatted(id);
  }

  /** What leaves the treasury; below zero what comes back to it; zero when nothing moves there. */
  public Denaro uscita() {
    return avere == Conto.TESORERIA
        ? importo
        : dare == Conto.TESORERIA ? Denaro.ZERO.meno(importo) : Denaro.ZERO;
  }
}
