package it.pianodizona.assemblea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.comune.DatoNonValido;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuorumTest {

  @Test
  void metaPiuUnoDi298820AbitantiE149411EConPresenti183727LaSedutaEValida() {
    var presenti = List.of(comune(1, 100_000), comune(2, 83_727));
    var tutti = new ArrayList<>(presenti);
    tutti.add(comune(3, 115_093));

    var quorum = Quorum.di(ModoQuorum.POPOLAZIONE, Soglia.META_PIU_UNO, tutti, presenti);

    assertThat(quorum.popolazione()).isEqualTo(298_820);
    assertThat(quorum.popolazioneRichiesta()).isEqualTo(149_411);
    assertThat(quorum.popolazionePresente()).isEqualTo(183_727);
    assertThat(quorum.raggiunto()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"24, 13, 8", "25, 13, 9", "1, 1, 1", "2, 2, 1", "3, 2, 1", "298820, 149411, 99607"})
  void leSoglieArrotondanoComeNellaPrassi(long totale, long metaPiuUno, long unTerzo) {
    assertThat(Soglia.META_PIU_UNO.di(totale)).isEqualTo(metaPiuUno);
    assertThat(Soglia.UN_TERZO.di(totale)).isEqualTo(unTerzo);
  }

  @Test
  void aUnAbitanteDallaSogliaLaSedutaNonEValida() {
    var tutti = List.of(comune(1, 50), comune(2, 1), comune(3, 49));

    assertThat(popolazione(tutti, tutti.subList(0, 1)).raggiunto()).isFalse();
    assertThat(popolazione(tutti, tutti.subList(0, 2)).raggiunto()).isTrue();
  }

  @Test
  void conIlModoEntrambiNonBastaUnaSolaDelleDueSoglie() {
    var tutti = List.of(comune(1, 900), comune(2, 50), comune(3, 50));
    var ilPiuGrande = tutti.subList(0, 1);
    var idueMinori = tutti.subList(1, 3);

    assertThat(quorum(ModoQuorum.ENTRAMBI, tutti, ilPiuGrande).raggiunto()).isFalse();
    assertThat(quorum(ModoQuorum.ENTRAMBI, tutti, idueMinori).raggiunto()).isFalse();
    assertThat(quorum(ModoQuorum.ENTRAMBI, tutti, tutti.subList(0, 2)).raggiunto()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(ModoQuorum.class)
  void inUnAulaVuotaNonSiVotaMai(ModoQuorum modo) {
    var tutti = List.of(comune(1, 10));

    assertThat(Quorum.di(modo, new Soglia(0, 1, false), tutti, List.of()).raggiunto()).isFalse();
  }

  @Test
  void entraAltraGenteEIlNumeroLegaleNonSiPerdeMai() {
    var caso = new Random(1);
    for (int prova = 0; prova < 500; prova++) {
      var tutti =
          IntStream.rangeClosed(1, 1 + caso.nextInt(40))
              .mapToObj(i -> comune(i, 1 + caso.nextInt(20_000)))
              .toList();
      var modo = ModoQuorum.values()[caso.nextInt(3)];
      boolean prima = false;
      for (int presenti = 0; presenti <= tutti.size(); presenti++) {
        boolean ora = quorum(modo, tutti, tutti.subList(0, presenti)).raggiunto();
        assertThat(ora || !prima).isTrue();
        prima = ora;
      }
      assertThat(prima).as("con tutti presenti si vota").isTrue();
    }
  }

  @Test
  void dueGruppiSenzaComuniInComuneNonHannoMaiInsiemeLaMetaPiuUno() {
    var caso = new Random(2);
    for (int prova = 0; prova < 500; prova++) {
      var tutti =
          IntStream.rangeClosed(1, 2 + caso.nextInt(40))
              .mapToObj(i -> comune(i, 1 + caso.nextInt(20_000)))
              .toList();
      int taglio = caso.nextInt(tutti.size());
      for (var modo : ModoQuorum.values()) {
        assertThat(
                quorum(modo, tutti, tutti.subList(0, taglio)).raggiunto()
                    && quorum(modo, tutti, tutti.subList(taglio, tutti.size())).raggiunto())
            .isFalse();
      }
    }
  }

  @Test
  void unaSogliaOltreIlTuttoVieneRifiutata() {
    assertThatThrownBy(() -> new Soglia(3, 2, false)).isInstanceOf(DatoNonValido.class);
    assertThatThrownBy(() -> new Soglia(1, 1, true)).isInstanceOf(DatoNonValido.class);
  }

  private static Quorum popolazione(List<Componente> tutti, List<Componente> presenti) {
    return quorum(ModoQuorum.POPOLAZIONE, tutti, presenti);
  }

  private static Quorum quorum(ModoQuorum modo, List<Componente> tutti, List<Componente> presenti) {
    return Quorum.di(modo, Soglia.META_PIU_UNO, tutti, presenti);
  }

  private static Componente comune(int numero, int abitanti) {
    return new Componente("%06d".formatted(numero), "Comune " + numero, abitanti);
  }
}
