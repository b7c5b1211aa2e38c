package it.pianodizona.documento;

import java.time.ZonedDateTime;

/**
 * One entry of the history of a version: never changed, never removed.
 *
 * @param oggetto what was written: {@code Testo}, {@code Obiettivo «…»}, {@code Stato}…
 * @param testo the whole text after the change; {@code null} when it was removed
 * @param chi login
 * @param quando Europe/Rome
 */
public record Stesura(
    long id, Parte parte, String oggetto, String testo, String chi, ZonedDateTime quando) {

  /** What a change of the part's own text is called. */
  public static final String TESTO = "Testo";
}
