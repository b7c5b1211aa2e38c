package it.pianodizona.assemblea;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.comune.Termini;
import java.math.BigInteger;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The quorum and the count of the votes against a plain restatement of the rule, over any Assemblea
 * of one to sixty Comuni.
 */
class QuorumPropertiesTest {

  /** An Assemblea, who is present and how each would vote, by position. */
  record Caso(List<Integer> abitanti, List<Boolean> presenti, List<Voto> voti) {

    List<Componente> tutti() {
      return IntStream.range(0, abitanti.size())
          .mapToObj(i -> new Componente("%06d".formatted(i), "Comune " + i, abitanti.get(i)))
          .toList();
    }

    List<Componente> inAula() {
      var tutti = tutti();
      return IntStream.range(0, tutti.size()).filter(presenti::get).mapToObj(tutti::get).toList();
    }

    Map<Componente, Voto> espressi() {
      var tutti = tutti();
      var espressi = new LinkedHashMap<Componente, Voto>();
      IntStream.range(0, tutti.size())
          .filter(presenti::get)
          .forEach(i -> espressi.put(tutti.get(i), voti.get(i)));
      return espressi;
    }
  }

  @Provide
  Arbitrary<Caso> casi() {
    return Arbitraries.integers()
        .between(1, 60)
        .flatMap(
            n ->
                Combinators.combine(
                        Arbitraries.integers().between(1, 1_400_000).list().ofSize(n),
                        Arbitraries.of(true, false).list().ofSize(n),
                        Arbitraries.of(Voto.class).list().ofSize(n))
                    .as(Caso::new));
  }

  @Provide
  Arbitrary<Soglia> soglie() {
    return Arbitraries.integers()
        .between(1, 12)
        .flatMap(
            d ->
                Combinators.combine(
                        Arbitraries.integers().between(0, d), Arbitraries.of(true, false))
                    .as((n, piu) -> new Soglia(n, d, piu && n < d)));
  }

  @Property
  @Label("il numero legale è quello che la regola dice a parole")
  void ilNumeroLegaleEQuelloCheLaRegolaDice(
      @ForAll("casi") Caso caso, @ForAll("soglie") Soglia soglia, @ForAll ModoQuorum modo) {
    var quorum = Quorum.di(modo, soglia, caso.tutti(), caso.inAula());

    boolean teste = basta(soglia, caso.inAula().size(), caso.tutti().size());
    boolean abitanti = basta(soglia, abitanti(caso.inAula()), abitanti(caso.tutti()));
    boolean atteso =
        !caso.inAula().isEmpty()
            && (modo == ModoQuorum.TESTE
                ? teste
                : modo == ModoQuorum.POPOLAZIONE ? abitanti : teste && abitanti);
    assertThat(quorum.raggiunto()).isEqualTo(atteso);
  }

  /**
   * The rule in fractions, without rounding: "at least a/b" is present/total ≥ a/b; "a/b plus one"
   * is the whole numbers strictly beyond a/b.
   */
  private static boolean basta(Soglia soglia, long presenti, long totale) {
    var sinistra = BigInteger.valueOf(presenti).multiply(BigInteger.valueOf(soglia.denominatore()));
    var destra = BigInteger.valueOf(totale).multiply(BigInteger.valueOf(soglia.numeratore()));
    int confronto = sinistra.compareTo(destra);
    return soglia.piuUno() ? confronto > 0 : confronto >= 0;
  }

  @Property
  @Label("chi arriva prima e chi dopo non cambia niente")
  void lOrdineDegliArriviNonConta(
      @ForAll("casi") Caso caso,
      @ForAll("soglie") Soglia soglia,
      @ForAll ModoQuorum modo,
      @ForAll Random caotico) {
    var arrivi = new ArrayList<>(caso.inAula());
    Collections.shuffle(arrivi, caotico);
    var membri = new ArrayList<>(caso.tutti());
    Collections.shuffle(membri, caotico);

    assertThat(Quorum.di(modo, soglia, membri, arrivi))
        .isEqualTo(Quorum.di(modo, soglia, caso.tutti(), caso.inAula()));
  }

  @Property
  @Label("le presenze del registro non dipendono dall'ordine in cui le righe si leggono")
  void lePresenzeNonDipendonoDallOrdineDiLettura(
      @ForAll("casi") Caso caso, @ForAll Random caotico) {
    var inizio = ZonedDateTime.of(2024, 10, 30, 18, 0, 0, 0, Termini.ROMA);
    var movimenti = new ArrayList<Movimento>();
    for (var comune : caso.tutti()) {
      boolean dentro = caso.inAula().contains(comune);
      // everybody comes in at any minute; who is not there at the vote has left before it
      int entrata = caotico.nextInt(30);
      movimenti.add(movimento(movimenti.size(), comune, true, inizio.plusMinutes(entrata)));
      if (!dentro) {
        movimenti.add(
            movimento(
                movimenti.size(),
                comune,
                false,
                inizio.plusMinutes(entrata + caotico.nextInt(30))));
      }
    }
    Collections.shuffle(movimenti, caotico);

    assertThat(new Presenze(movimenti).alle(inizio.plusHours(1)))
        .isEqualTo(caso.inAula().stream().map(Componente::codiceIstat).collect(Collectors.toSet()));
  }

  @Property
  @Label("se entra qualcuno il numero legale non si perde")
  void seEntraQualcunoIlNumeroLegaleNonSiPerde(
      @ForAll("casi") Caso caso, @ForAll("soglie") Soglia soglia, @ForAll ModoQuorum modo) {
    var crescente = new ArrayList<>(caso.inAula());
    boolean prima = Quorum.di(modo, soglia, caso.tutti(), crescente).raggiunto();
    for (var comune : caso.tutti()) {
      if (!crescente.contains(comune)) {
        crescente.add(comune);
        boolean ora = Quorum.di(modo, soglia, caso.tutti(), crescente).raggiunto();
        assertThat(ora || !prima).isTrue();
        prima = ora;
      }
    }
  }

  @Property
  @Label("l'esito del voto è quello che la regola dice a parole")
  void lEsitoDelVotoEQuelloCheLaRegolaDice(
      @ForAll("casi") Caso caso,
      @ForAll ModoVoto modo,
      @ForAll Maggioranza maggioranza,
      @ForAll Astensioni astensioni) {
    var scrutinio = Scrutinio.di(modo, caso.tutti(), caso.espressi());

    long favorevoli = peso(caso, modo, Set.of(Voto.FAVOREVOLE));
    long votanti =
        peso(
            caso,
            modo,
            astensioni == Astensioni.CONTATE_TRA_I_VOTANTI
                ? Set.of(Voto.values())
                : Set.of(Voto.FAVOREVOLE, Voto.CONTRARIO));
    long tutti = modo == ModoVoto.CAPITARIO ? caso.tutti().size() : abitanti(caso.tutti());
    boolean atteso =
        switch (maggioranza) {
          case VOTANTI -> favorevoli > votanti - favorevoli;
          case COMPONENTI -> favorevoli > tutti - favorevoli;
          case DUE_TERZI_COMPONENTI -> favorevoli > 0 && favorevoli * 3 >= tutti * 2;
        };
    assertThat(scrutinio.approvato(maggioranza, astensioni)).isEqualTo(atteso);
    assertThat(scrutinio.favorevoli() + scrutinio.contrari() + scrutinio.astenuti())
        .isEqualTo(peso(caso, modo, Set.of(Voto.values())));
  }

  @Property
  @Label("la parità non approva mai, e scambiando favorevoli e contrari non approvano tutti e due")
  void laParitaNonApprovaMai(
      @ForAll("casi") Caso caso,
      @ForAll ModoVoto modo,
      @ForAll Maggioranza maggioranza,
      @ForAll Astensioni astensioni) {
    var scrutinio = Scrutinio.di(modo, caso.tutti(), caso.espressi());
    var rovescio =
        new Scrutinio(
            scrutinio.contrari(),
            scrutinio.favorevoli(),
            scrutinio.astenuti(),
            scrutinio.componenti());

    assertThat(
            scrutinio.approvato(maggioranza, astensioni)
                && rovescio.approvato(maggioranza, astensioni))
        .isFalse();
    var pari =
        new Scrutinio(
            scrutinio.favorevoli(),
            scrutinio.favorevoli(),
            scrutinio.astenuti(),
            2 * scrutinio.favorevoli() + scrutinio.astenuti());
    assertThat(pari.approvato(maggioranza, astensioni)).isFalse();
  }

  @Property
  @Label("un favorevole in più non fa respingere ciò che era approvato")
  void unFavorevoleInPiuNonFaRespingere(
      @ForAll("casi") Caso caso,
      @ForAll ModoVoto modo,
      @ForAll Maggioranza maggioranza,
      @ForAll Astensioni astensioni) {
    boolean prima =
        Scrutinio.di(modo, caso.tutti(), caso.espressi()).approvato(maggioranza, astensioni);
    var voti = caso.espressi();
    for (var comune : List.copyOf(voti.keySet())) {
      voti.put(comune, Voto.FAVOREVOLE);
      boolean ora = Scrutinio.di(modo, caso.tutti(), voti).approvato(maggioranza, astensioni);
      assertThat(ora || !prima).isTrue();
      prima = ora;
    }
  }

  private static Movimento movimento(
      long posto, Componente comune, boolean entra, ZonedDateTime quando) {
    return new Movimento(
        posto,
        posto,
        comune.codiceIstat(),
        entra ? Movimento.Tipo.ENTRATA : Movimento.Tipo.USCITA,
        quando,
        null,
        null,
        "presidente");
  }

  private static long peso(Caso caso, ModoVoto modo, Set<Voto> quali) {
    return caso.espressi().entrySet().stream()
        .filter(v -> quali.contains(v.getValue()))
        .mapToLong(v -> modo == ModoVoto.CAPITARIO ? 1 : v.getKey().popolazione())
        .sum();
  }

  private static long abitanti(List<Componente> comuni) {
    return comuni.stream().mapToLong(Componente::popolazione).sum();
  }
}
