package it.pianodizona.assemblea;

import static it.pianodizona.comune.DateItaliane.GIORNO;

import java.time.LocalDate;

/** A delibera of the Assemblea, as it was recorded. */
public record Delibera(String numero, LocalDate data) {

  /** E.g. {@code n. 9/2024 del 09/11/2024}. */
  public String estremi() {
    return "n. %s del %s".formatted(numero, GIORNO.format(data));
  }
}
