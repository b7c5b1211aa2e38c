package it.pianodizona.coprogrammazione;

import it.pianodizona.comune.DateItaliane;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * A meeting of a tavolo as the notice announces it.
 *
 * @param area code of the area
 * @param numero 1 for the first meeting of the area
 * @param giorno day, Europe/Rome
 */
public record IncontroPrevisto(
    String area, int numero, LocalDate giorno, LocalTime dalle, LocalTime alle, String luogo) {

  public IncontroPrevisto {
    if (numero < 1) {
      throw new DatoNonValido("Incontri, numero", numero, "un numero da 1 in su");
    }
    if (giorno == null) {
      throw new DatoNonValido("Incontri, data", null, "una data");
    }
    if (dalle == null || alle == null || !dalle.isBefore(alle)) {
      throw DatoNonValido.regola(
          "Incontri, ore",
          "l'incontro n. %d del %s finisce alle %s, che non viene dopo le %s in cui comincia."
              .formatted(numero, DateItaliane.italiana(giorno), alle, dalle));
    }
    luogo = Testi.obbligatorio("Incontri, luogo", luogo, 300);
  }

  public ZonedDateTime inizio() {
    return giorno.atTime(dalle).atZone(Termini.ROMA);
  }

  public ZonedDateTime fine() {
    return giorno.atTime(alle).atZone(Termini.ROMA);
  }
}
