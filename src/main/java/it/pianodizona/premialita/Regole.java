package it.pianodizona.premialita;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import it.pianodizona.comune.DatoNonValido;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

/** What every step of the premialità asks for in the same words. */
final class Regole {

  private Regole() {}

  /** As long as the ledger keeps it. */
  static String corto(String testo) {
    return testo.length() <= 2000 ? testo : testo.substring(0, 1999) + "…";
  }

  /**
   * @throws DatoNonValido when a day that an act bears is still to come
   */
  static void nonFutura(String campo, LocalDate data, Clock orologio) {
    var oggi = LocalDate.now(orologio);
    if (Objects.requireNonNull(data, campo).isAfter(oggi)) {
      throw new DatoNonValido(
          campo, GIORNO.format(data), "una data fino a oggi, " + GIORNO.format(oggi));
    }
  }

  /**
   * @param messaggio without full stop
   */
  static DatoNonValido regola(String campo, String messaggio) {
    return DatoNonValido.regola(campo, messaggio + ".");
  }
}
