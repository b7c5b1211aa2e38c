package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;
import java.time.LocalDate;

/**
 * The first level of 2018-2020 as it was determined for an Ambito (DGR X/7631).
 *
 * @param sottoscrizione day of the last signature of the Accordo
 * @param motivo one Italian sentence
 */
public record PrimoLivello(Denaro importo, LocalDate sottoscrizione, String motivo) {

  /** As letters and ledger call it, where a project has its title. */
  public static final String TITOLO = "Premialità di primo livello";
}
