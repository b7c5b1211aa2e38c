package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.comune.DatoNonValido;
import java.time.LocalDate;

/**
 * The acts that open a co-programmazione: the determina of the capofila that names the RUP and the
 * atto di indirizzo of the Assemblea with its priorities.
 */
public record AttiDiAvvio(
    String rup,
    String numeroDetermina,
    LocalDate dataDetermina,
    String numeroIndirizzo,
    LocalDate dataIndirizzo,
    String priorita) {

  public AttiDiAvvio {
    rup = Testi.obbligatorio("RUP", rup, 120);
    numeroDetermina = Testi.obbligatorio("Numero della determina", numeroDetermina, 40);
    numeroIndirizzo = Testi.obbligatorio("Numero dell'atto di indirizzo", numeroIndirizzo, 40);
    priorita = Testi.obbligatorio("Priorità", priorita, 4000);
    if (dataDetermina == null) {
      throw new DatoNonValido("Data della determina", null, "una data");
    }
    if (dataIndirizzo == null) {
      throw new DatoNonValido("Data dell'atto di indirizzo", null, "una data");
    }
  }

  /**
   * @throws DatoNonValido when an act is dated in the future
   */
  void verificaAl(LocalDate oggi) {
    if (dataDetermina.isAfter(oggi)) {
      throw new DatoNonValido(
          "Data della determina", DateItaliane.italiana(dataDetermina), "una data non futura");
    }
    if (dataIndirizzo.isAfter(oggi)) {
      throw new DatoNonValido(
          "Data dell'atto di indirizzo",
          DateItaliane.italiana(dataIndirizzo),
          "una data non futura");
    }
  }
}
