package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;

/**
 * The premialità of one Ambito in one triennio. At every moment {@code assegnata} is {@code
 * liquidata} plus {@code residua}.
 *
 * @param presentati projects with a scheda
 * @param approvati projects with a positive evaluation
 * @param respinti projects with a negative evaluation
 * @param senzaPartner presented projects of this Ambito alone
 * @param daCompletare projects that wait for the regional amounts
 * @param inAttesa payments that are due and not made: the acconto of a project with an amount, the
 *     saldo after a final evaluation
 * @param assegnata what the Region assigned, the first level of 2018-2020 included
 * @param liquidata what it paid, less what it recovered
 * @param residua what it can still pay; below zero it is to be recovered
 */
public record SituazionePremialita(
    long pianoId,
    String codiceAmbito,
    String triennio,
    int presentati,
    int approvati,
    int respinti,
    int senzaPartner,
    int daCompletare,
    int inAttesa,
    Denaro assegnata,
    Denaro liquidata,
    Denaro residua) {

  /** What must come back to the Region; zero when nothing must. */
  public Denaro daRecuperare() {
    return residua.negativo() ? Denaro.ZERO.meno(residua) : Denaro.ZERO;
  }
}
