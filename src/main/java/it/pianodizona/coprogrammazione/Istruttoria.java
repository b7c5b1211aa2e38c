package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.comune.DatoNonValido;
import java.time.LocalDate;

/**
 * The office's checks on a domanda; whether it is on time comes from the register.
 *
 * @param canaleAmmesso it came by a channel of the notice
 * @param documentoIdentita copy of the identity document of the legal representative in the file
 * @param categoria the category that the office found; {@code null} when it is none of those of the
 *     notice
 * @param runts what the register says; {@link VerificaRunts#NON_DOVUTA} unless it is an ETS
 * @param runtsNumero number found in the register; {@code null} when there is none
 * @param runtsVerificato day of the check; {@code null} when the register was not consulted
 * @param runtsNota what the check found, for the file; {@code null} when nothing is to add
 * @param requisitiProvati statute or act that proves the requirements of a body that is not an ETS
 * @param valutazioneRichiesta the office wants to judge the proposal also when it is favourable
 */
public record Istruttoria(
    boolean canaleAmmesso,
    FirmaDomanda firma,
    boolean documentoIdentita,
    CategoriaPartecipante categoria,
    VerificaRunts runts,
    String runtsNumero,
    LocalDate runtsVerificato,
    String runtsNota,
    boolean requisitiProvati,
    boolean valutazioneRichiesta) {

  /**
   * @throws DatoNonValido when a check is missing or contradicts another
   */
  public Istruttoria {
    if (firma == null) {
      throw new DatoNonValido("Firma", null, "una delle voci dell'elenco");
    }
    runtsNumero = Testi.facoltativo("Numero RUNTS verificato", runtsNumero, 40);
    runtsNota = Testi.facoltativo("Nota sulla verifica", runtsNota, 1000);
    if (categoria != CategoriaPartecipante.ETS) {
      runts = VerificaRunts.NON_DOVUTA;
      runtsNumero = null;
      runtsVerificato = null;
    } else if (runts == null || runts == VerificaRunts.NON_DOVUTA) {
      throw DatoNonValido.regola(
          "Iscrizione al RUNTS",
          "un ente del Terzo settore va verificato nel registro (art. 4 d.lgs. 117/2017).");
    } else if (runtsVerificato == null) {
      throw DatoNonValido.regola(
          "Giorno della verifica", "manca: si accetta il giorno in cui si è consultato il RUNTS.");
    }
    if (runts == VerificaRunts.ISCRITTO && runtsNumero == null) {
      throw DatoNonValido.regola(
          "Numero RUNTS verificato", "manca: un ente iscritto ha un numero nel registro.");
    }
  }

  /**
   * @throws DatoNonValido when the register was consulted in the future
   */
  void verificaAl(LocalDate oggi) {
    if (runtsVerificato != null && runtsVerificato.isAfter(oggi)) {
      throw new DatoNonValido(
          "Giorno della verifica", DateItaliane.italiana(runtsVerificato), "una data non futura");
    }
  }
}
