package it.pianodizona.premialita.libro;

import it.pianodizona.comune.Denaro;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The comparison of a file of the treasury with the ledger.
 *
 * @param dal first day of the acts that were compared
 * @param al last one
 * @param totaleTesoreria sum of the file
 * @param totaleLibro sum of what left the treasury for the ledger, in the period
 * @param voci the lines of the file, then what the treasury does not have; empty in a list
 */
public record Riconciliazione(
    long id,
    String triennio,
    LocalDate dal,
    LocalDate al,
    String nomeFile,
    int righe,
    int differenze,
    Denaro totaleTesoreria,
    Denaro totaleLibro,
    String utente,
    OffsetDateTime eseguita,
    List<Voce> voci) {

  /**
   * One line of the comparison.
   *
   * @param riga of the file; {@code null} for what is only in the ledger
   * @param movimento number in the ledger; {@code null} for what is only in the file
   */
  public record Voce(
      EsitoRiscontro esito,
      Integer riga,
      String mandato,
      String movimento,
      String atto,
      String beneficiario,
      Denaro importoTesoreria,
      Denaro importoLibro,
      String spiegazione) {}

  Riconciliazione con(List<Voce> lette) {
    return new Riconciliazione(
        id,
        triennio,
        dal,
        al,
        nomeFile,
        righe,
        differenze,
        totaleTesoreria,
        totaleLibro,
        utente,
        eseguita,
        lette);
  }
}
