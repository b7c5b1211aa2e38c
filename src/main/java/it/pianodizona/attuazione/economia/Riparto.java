package it.pianodizona.attuazione.economia;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Divides among the Comuni what they owe together: a fixed part for each, the rest per inhabitant.
 *
 * <p>Shares per inhabitant are rounded by the largest remainder (Hamilton): each gets the whole
 * cents of its exact share, and the cents left over go one each to those with the largest fraction;
 * among equal fractions to who has more inhabitants, then by ISTAT code. So the parts add up to the
 * total, nobody is a whole cent off, who has more inhabitants never pays less, and the order of the
 * list does not matter.
 */
public final class Riparto {

  private Riparto() {}

  private record Resto(Popolazione comune, BigInteger frazione) {}

  /**
   * @param totale what the Comuni owe together
   * @param fissa what each owes whatever its size
   * @return one share for each Comune, in the order given
   * @throws DatoNonValido when there is no Comune, one is there twice, or the fixed parts alone
   *     exceed the total
   */
  public static List<Quota> quote(Denaro totale, Denaro fissa, List<Popolazione> comuni) {
    unoOPiu(comuni);
    BigInteger centesimi = centesimi(totale.meno(perTutti(fissa, comuni.size())));
    if (centesimi.signum() < 0) {
      throw new DatoNonValido(
          "Quota fissa per Comune",
          fissa,
          "al massimo un importo che, per %d Comuni, non superi %s"
              .formatted(comuni.size(), totale));
    }
    BigInteger abitanti =
        comuni.stream()
            .map(c -> BigInteger.valueOf(c.abitanti()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    var resti =
        comuni.stream()
            .map(c -> new Resto(c, esatta(centesimi, c).mod(abitanti)))
            .sorted(
                Comparator.comparing(Resto::frazione)
                    .thenComparing(r -> r.comune().abitanti())
                    .reversed()
                    .thenComparing(r -> r.comune().codiceIstat()))
            .toList();
    long avanzati =
        centesimi
            .subtract(
                comuni.stream()
                    .map(c -> esatta(centesimi, c).divide(abitanti))
                    .reduce(BigInteger.ZERO, BigInteger::add))
            .longValueExact();
    Set<String> conUnoInPiu = new HashSet<>();
    resti.stream().limit(avanzati).forEach(r -> conUnoInPiu.add(r.comune().codiceIstat()));
    return comuni.stream()
        .map(
            c -> {
              BigInteger intera = esatta(centesimi, c).divide(abitanti);
              return new Quota(
                  c.codiceIstat(),
                  c.denominazione(),
                  c.abitanti(),
                  fissa,
                  euro(
                      conUnoInPiu.contains(c.codiceIstat()) ? intera.add(BigInteger.ONE) : intera));
            })
        .toList();
  }

  /** Times all the inhabitants: dividing by them gives the share. */
  private static BigInteger esatta(BigInteger centesimi, Popolazione comune) {
    return centesimi.multiply(BigInteger.valueOf(comune.abitanti()));
  }

  private static Denaro perTutti(Denaro fissa, int quanti) {
    return Denaro.euro(fissa.importo().multiply(BigDecimal.valueOf(quanti)));
  }

  private static BigInteger centesimi(Denaro importo) {
    return importo.importo().unscaledValue();
  }

  private static Denaro euro(BigInteger centesimi) {
    return Denaro.euro(new BigDecimal(centesimi, 2));
  }

  private static void unoOPiu(Collection<Popolazione> comuni) {
    if (comuni.isEmpty()) {
      throw DatoNonValido.regola("Comuni", "ne serve almeno uno per ripartire le quote.");
    }
    var visti = new HashSet<String>();
    for (var comune : comuni) {
      if (!visti.add(comune.codiceIstat())) {
        throw DatoNonValido.regola("Comuni", "%s c'è due volte.".formatted(comune.denominazione()));
      }
    }
  }
}
