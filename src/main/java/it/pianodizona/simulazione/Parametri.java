package it.pianodizona.simulazione;

import java.time.LocalDate;

/**
 * What a run is asked to play.
 *
 * @param ambiti how many Ambiti, the first ones by code
 * @param fine day the run stops at
 * @param continua whether the database already holds a triennio that was begun: the run takes it
 *     from where it stands
 */
public record Parametri(
    Scenario scenario,
    int ambiti,
    long seme,
    String nomeProfilo,
    Profilo profilo,
    LocalDate fine,
    boolean continua) {

  public String triennio() {
    return scenario.triennio();
  }
}
