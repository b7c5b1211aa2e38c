package it.pianodizona.tavoli;

import java.util.List;

/** A body as its personal page shows it: the tavoli of one notice where it sits or sat. */
public record Posto(String denominazione, List<Seggio> seggi) {

  /**
   * A seat at a tavolo.
   *
   * @param uscito the seat was left: history stays readable, nothing more can be sent
   * @param contributiAperti whether the tavolo still takes contributions
   */
  public record Seggio(
      TavoloTematico tavolo,
      Membro membro,
      boolean uscito,
      boolean contributiAperti,
      List<Appuntamento> appuntamenti) {}

  /**
   * A meeting as one member sees it.
   *
   * @param risposta the member's own; {@code null} when it has not answered
   * @param rispondibile the meeting is convened and not over
   * @param verbale {@code null} until it was sent to the members
   * @param osservabile remarks are taken at this moment
   */
  public record Appuntamento(
      Incontro incontro,
      Risposta risposta,
      boolean rispondibile,
      SchedaVerbale verbale,
      boolean osservabile) {}
}
