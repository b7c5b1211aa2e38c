package it.pianodizona.coprogrammazione;

import java.util.List;

/**
 * Which published notices somebody looks for.
 *
 * @param aperti true for those that still take domande on time, false for the others
 * @param parole all of them must be found
 * @param ambito codice; {@code null} for all
 * @param area code; {@code null} for all
 */
public record RicercaAvvisi(boolean aperti, List<Parola> parole, String ambito, String area) {

  /**
   * A word to find in the title, in the name of the capofila or in those of the areas.
   *
   * @param ambiti codici of the Ambiti in whose name it is found
   */
  public record Parola(String testo, List<String> ambiti) {}

  /**
   * One page of notices.
   *
   * @param numero of the page, from 1
   * @param totale notices found, on all pages
   */
  public record Pagina(List<Avviso> avvisi, int numero, int dimensione, int totale) {

    public int ultima() {
      return Math.max(1, (totale + dimensione - 1) / dimensione);
    }
  }
}
