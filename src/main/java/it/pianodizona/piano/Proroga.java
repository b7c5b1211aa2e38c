package it.pianodizona.piano;

import it.pianodizona.comune.DateItaliane;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * An act of the Region that moves the term for the Accordo di Programma.
 *
 * @param atto kind and number, e.g. {@code DGR XI/5718}
 * @param motivo why, as everyone concerned reads it
 * @param nuovaScadenza last day to sign
 * @param registrata when it was recorded, Europe/Rome
 */
public record Proroga(
    long id,
    String triennio,
    String atto,
    LocalDate dataAtto,
    String motivo,
    LocalDate nuovaScadenza,
    ZonedDateTime registrata) {

  /**
   * What a proroga did to one plan.
   *
   * @param prima the term it replaced
   * @param dopo the term since then
   */
  public record SulPiano(Proroga proroga, ZonedDateTime prima, ZonedDateTime dopo) {}

  /** The act as it is cited, e.g. {@code DGR XI/5718 del 15/12/2021}. */
  public String estremi() {
    return "%s del %s".formatted(atto, DateItaliane.italiana(dataAtto));
  }
}
