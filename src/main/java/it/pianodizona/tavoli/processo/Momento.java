package it.pianodizona.tavoli.processo;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import it.pianodizona.motore.compito.DatiModulo;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;

/** A day and an hour from two fields of a form. */
final class Momento {

  private Momento() {}

  /** The moment made of the field {@code data} and of an hour, Europe/Rome. */
  static ZonedDateTime di(DatiModulo dati, String campoOra, String etichetta) {
    var ora = dati.testo(campoOra);
    try {
      return dati.data("data").atTime(LocalTime.parse(ora)).atZone(Termini.ROMA);
    } catch (DateTimeParseException e) {
      throw new DatoNonValido(etichetta, ora, "un'ora, per esempio 16:00");
    }
  }
}
