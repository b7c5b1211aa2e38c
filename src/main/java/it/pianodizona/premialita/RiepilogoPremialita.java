package it.pianodizona.premialita;

import it.pianodizona.comune.Denaro;
import it.pianodizona.premialita.libro.SaldiPremialita;
import java.util.List;

/**
 * The premialità of one plan at a glance, in euro.
 *
 * @param presentati projects with a scheda
 * @param approvati projects with a positive evaluation
 * @param primoLivello the 2018-2020 quota for signing the Accordo in time, which belongs to the
 *     Ambito and to no project; zero in other trienni. It is part of the other amounts from the
 *     moment in which it is determined
 * @param assegnata what the Region assigned
 * @param liquidata paid so far, less what came back
 * @param residua still payable; below zero it is to be recovered
 * @param daCompletare projects that wait for the regional amounts
 */
public record RiepilogoPremialita(
    int presentati,
    int approvati,
    Denaro primoLivello,
    Denaro assegnata,
    Denaro liquidata,
    Denaro residua,
    int daCompletare) {

  static RiepilogoPremialita di(
      List<Progetto> progetti, Denaro primoLivello, SaldiPremialita saldi) {
    return new RiepilogoPremialita(
        (int) progetti.stream().filter(p -> p.scheda() != null).count(),
        (int) progetti.stream().filter(Progetto::propostaPositiva).count(),
        primoLivello,
        saldi.assegnata(),
        saldi.liquidata(),
        saldi.residua(),
        (int)
            progetti.stream()
                .flatMap(p -> p.cercaDeterminazione().stream())
                .filter(Determinazione::daCompletare)
                .count());
  }
}
