package it.pianodizona.coprogrammazione;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * The admitted list as it was made public.
 *
 * @param protocollo of the publication, e.g. {@code 0000123/2024}
 * @param pubblicato when it went on line, Europe/Rome
 * @param voci admitted bodies, also with reserve, by name
 */
public record ElencoAmmessi(
    String numeroAtto,
    LocalDate dataAtto,
    String protocollo,
    ZonedDateTime pubblicato,
    List<Voce> voci) {

  /**
   * One admitted body.
   *
   * @param aree codes of the areas it takes part in
   * @param esito as the list says
   * @param tardiva its domanda came late: it is heard, it does not sit at the tavoli by right
   * @param esitoAttuale what became of it since; the same as {@code esito} when nothing changed
   */
  public record Voce(
      String denominazione,
      List<String> aree,
      EsitoDomanda esito,
      boolean tardiva,
      EsitoDomanda esitoAttuale) {}

  /** Bodies admitted to one area. */
  public List<Voce> ammessi(String area) {
    return voci.stream().filter(voce -> voce.aree().contains(area)).toList();
  }
}
