package it.pianodizona.attuazione.economia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RipartoTest {

  @Property(tries = 500)
  void leQuoteSommanoAlTotaleENessunaSiDiscostaDiUnCentesimo(
      @ForAll @LongRange(min = 0, max = 9_999_999_999L) long centesimi,
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 1_500_000) Integer> abitanti) {
    var totale = centesimi(centesimi);
    var quote = Riparto.quote(totale, Denaro.ZERO, comuni(abitanti));

    assertThat(Denaro.somma(quote.stream().map(Quota::totale).toList())).isEqualTo(totale);
    long tutti = abitanti.stream().mapToLong(Integer::longValue).sum();
    for (var quota : quote) {
      var scarto =
          totale
              .importo()
              .multiply(BigDecimal.valueOf(quota.abitanti()))
              .subtract(quota.totale().importo().multiply(BigDecimal.valueOf(tutti)))
              .abs();
      assertThat(scarto)
          .as("scarto di %s, per %d abitanti", quota, tutti)
          .isLessThan(new BigDecimal("0.01").multiply(BigDecimal.valueOf(tutti)));
    }
  }

  @Property(tries = 300)
  void chiHaPiuAbitantiNonPagaMaiMeno(
      @ForAll @LongRange(min = 0, max = 9_999_999_999L) long centesimi,
      @ForAll @Size(min = 2, max = 40) List<@IntRange(min = 1, max = 500) Integer> abitanti) {
    var quote = new ArrayList<>(Riparto.quote(centesimi(centesimi), Denaro.ZERO, comuni(abitanti)));
    quote.sort(Comparator.comparingInt(Quota::abitanti));
    for (int i = 1; i < quote.size(); i++) {
      if (quote.get(i - 1).abitanti() < quote.get(i).abitanti()) {
        assertThat(quote.get(i - 1).totale()).isLessThanOrEqualTo(quote.get(i).totale());
      }
    }
  }

  @Property(tries = 300)
  void lOrdineDellElencoNonConta(
      @ForAll @LongRange(min = 0, max = 9_999_999_999L) long centesimi,
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 300) Integer> abitanti,
      @ForAll long seme) {
    var comuni = comuni(abitanti);
    var mescolati = new ArrayList<>(comuni);
    Collections.shuffle(mescolati, new Random(seme));
    assertThat(Riparto.quote(centesimi(centesimi), Denaro.ZERO, mescolati))
        .containsExactlyInAnyOrderElementsOf(
            Riparto.quote(centesimi(centesimi), Denaro.ZERO, comuni));
  }

  @Property(tries = 200)
  void laParteFissaEUgualePerTuttiEIlTotaleTornaLoStesso(
      @ForAll @LongRange(min = 0, max = 500_000) long fissaInCentesimi,
      @ForAll @LongRange(min = 30_000_000, max = 900_000_000) long centesimi,
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 90_000) Integer> abitanti) {
    var fissa = centesimi(fissaInCentesimi);
    var quote = Riparto.quote(centesimi(centesimi), fissa, comuni(abitanti));
    assertThat(quote).allSatisfy(quota -> assertThat(quota.fissa()).isEqualTo(fissa));
    assertThat(Denaro.somma(quote.stream().map(Quota::totale).toList()))
        .isEqualTo(centesimi(centesimi));
  }

  @Test
  void iCentesimiAvanzatiVannoAlleFrazioniPiuGrandi() {
    // 1,00 € over 3 Comuni: 16.67, 33.33 and 50 cents exactly
    assertThat(Riparto.quote(Denaro.euro(1), Denaro.ZERO, comuni(List.of(1, 2, 3))))
        .extracting(Quota::variabile)
        .containsExactly(Denaro.euro("0.17"), Denaro.euro("0.33"), Denaro.euro("0.50"));
    assertThat(Riparto.quote(Denaro.euro("0.02"), Denaro.ZERO, comuni(List.of(5, 5, 5))))
        .as("a pari frazione decide il codice ISTAT")
        .extracting(Quota::variabile)
        .containsExactly(Denaro.euro("0.01"), Denaro.euro("0.01"), Denaro.ZERO);
  }

  @Test
  void leQuoteFisseNonPossonoSuperareIlTotale() {
    assertThatThrownBy(
            () -> Riparto.quote(Denaro.euro(100), Denaro.euro("50.01"), comuni(List.of(10, 20))))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("Quota fissa per Comune")
        .hasMessageContaining("2 Comuni");
    assertThatThrownBy(() -> Riparto.quote(Denaro.euro(1), Denaro.ZERO, List.of()))
        .isInstanceOf(DatoNonValido.class);
    var due = new Popolazione("016001", "Adrara", 3);
    assertThatThrownBy(() -> Riparto.quote(Denaro.euro(1), Denaro.ZERO, List.of(due, due)))
        .hasMessageContaining("due volte");
  }

  /**
   * The Piano di Zona of Seriate 2018-20 (chapter 9, and table 1 of chapter 2.1) prints what the
   * Comuni give together each year and the inhabitants of each Comune at 31/12/2017, with its share
   * rounded to a tenth of a percent. It does not print the quota of each Comune: the quotas below
   * are ours, and what is checked against the source is the population, the shares and the totals.
   * The 2018 amount is "con residui", whose part the source does not give, so that year has no
   * quotas to compute.
   */
  @Test
  void diSeriateTornanoPopolazionePercentualiETotali_leQuoteDeiComuniLaFonteNonLeDa() {
    var abitanti = SeriateFixture.COMUNI;
    assertThat(abitanti.stream().mapToInt(Popolazione::abitanti).sum()).isEqualTo(77_715);
    for (int i = 0; i < abitanti.size(); i++) {
      var percentuale =
          BigDecimal.valueOf(abitanti.get(i).abitanti() * 100L)
              .divide(BigDecimal.valueOf(77_715), 1, RoundingMode.HALF_UP);
      assertThat(percentuale)
          .as(abitanti.get(i).denominazione())
          .isEqualByComparingTo(SeriateFixture.PERCENTUALI.get(i));
    }

    var quote2019 = Riparto.quote(Denaro.euro(450_000), Denaro.ZERO, abitanti);
    assertThat(Denaro.somma(quote2019.stream().map(Quota::totale).toList()))
        .isEqualTo(Denaro.euro("450.000,00"));
    assertThat(quote2019)
        .extracting(Quota::denominazione, Quota::totale)
        .contains(
            tuple("Seriate", Denaro.euro("146832.66")),
            tuple("Torre de' Roveri", Denaro.euro("14302.26")));
    assertThat(quote2019)
        .allSatisfy(q -> assertThat(q.perAbitante()).isEqualTo(Denaro.euro("5.79")));
    var quote2020 = Riparto.quote(Denaro.euro(390_000), Denaro.ZERO, abitanti);
    assertThat(Denaro.somma(quote2020.stream().map(Quota::totale).toList()))
        .isEqualTo(Denaro.euro("390.000,00"));
    assertThat(quote2020)
        .allSatisfy(q -> assertThat(q.perAbitante()).isEqualTo(Denaro.euro("5.02")));
  }

  @Test
  void iPianiEconomiciDiSeriatePareggianoConITotaliDellaFonte() {
    var totali = List.of("2441069.00", "2220000.00", "2160000.00");
    for (int anno = 0; anno < 3; anno++) {
      var piano = SeriateFixture.piano(anno);
      assertThat(piano.totale(Voce.Parte.ENTRATA)).isEqualTo(Denaro.euro(totali.get(anno)));
      assertThat(piano.totale(Voce.Parte.USCITA)).isEqualTo(Denaro.euro(totali.get(anno)));
      assertThat(piano.mancanze()).isEmpty();
    }
  }

  private static Denaro centesimi(long quanti) {
    return Denaro.euro(BigDecimal.valueOf(quanti, 2));
  }

  private static List<Popolazione> comuni(List<Integer> abitanti) {
    var comuni = new ArrayList<Popolazione>();
    for (int i = 0; i < abitanti.size(); i++) {
      comuni.add(
          new Popolazione("%06d".formatted(16_001 + i), "Comune " + (i + 1), abitanti.get(i)));
    }
    return comuni;
  }
}
