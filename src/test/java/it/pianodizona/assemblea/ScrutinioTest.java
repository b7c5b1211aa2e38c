package it.pianodizona.assemblea;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScrutinioTest {

  @ParameterizedTest
  @EnumSource(Maggioranza.class)
  void laParitaNonApprovaMai(Maggioranza maggioranza) {
    for (var astensioni : Astensioni.values()) {
      assertThat(new Scrutinio(12, 12, 0, 24).approvato(maggioranza, astensioni)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Maggioranza.class)
  void seTuttiSiAstengonoNonSiApprova(Maggioranza maggioranza) {
    for (var astensioni : Astensioni.values()) {
      assertThat(new Scrutinio(0, 0, 24, 24).approvato(maggioranza, astensioni)).isFalse();
    }
  }

  @Test
  void leAstensioniPesanoSoloSeIlRegolamentoLeConta() {
    var scrutinio = new Scrutinio(8, 5, 4, 24);

    assertThat(scrutinio.approvato(Maggioranza.VOTANTI, Astensioni.ESCLUSE_DAI_VOTANTI)).isTrue();
    assertThat(scrutinio.approvato(Maggioranza.VOTANTI, Astensioni.CONTATE_TRA_I_VOTANTI))
        .isFalse();
  }

  @Test
  void laMaggioranzaDeiComponentiContaAncheGliAssenti() {
    assertThat(approvatoDaiComponenti(12)).isFalse();
    assertThat(approvatoDaiComponenti(13)).isTrue();
  }

  @Test
  void iDueTerziSiRaggiungonoEsatti() {
    assertThat(dueTerzi(15)).isFalse();
    assertThat(dueTerzi(16)).isTrue();
  }

  @Test
  void ilVotoPonderatoPuoRibaltareQuelloCapitario() {
    var grande = new Componente("016077", "Clusone", 8678);
    var piccolo = new Componente("016017", "Azzone", 433);
    var altro = new Componente("016147", "Oltressenda Alta", 174);
    var tutti = List.of(grande, piccolo, altro);
    var voti = Map.of(grande, Voto.CONTRARIO, piccolo, Voto.FAVOREVOLE, altro, Voto.FAVOREVOLE);

    assertThat(approvato(Scrutinio.di(ModoVoto.CAPITARIO, tutti, voti))).isTrue();
    assertThat(approvato(Scrutinio.di(ModoVoto.PONDERATO, tutti, voti))).isFalse();
    assertThat(Scrutinio.di(ModoVoto.PONDERATO, tutti, voti).componenti()).isEqualTo(9285);
  }

  @Test
  void chiPassaDaContrarioAFavorevoleNonFaMaiRespingere() {
    var caso = new Random(3);
    for (int prova = 0; prova < 1000; prova++) {
      long componenti = 1 + caso.nextInt(60);
      long favorevoli = caso.nextLong(componenti + 1);
      long contrari = caso.nextLong(componenti - favorevoli + 1);
      long astenuti = caso.nextLong(componenti - favorevoli - contrari + 1);
      var prima = new Scrutinio(favorevoli, contrari, astenuti, componenti);
      for (var maggioranza : Maggioranza.values()) {
        for (var astensioni : Astensioni.values()) {
          if (contrari > 0 && prima.approvato(maggioranza, astensioni)) {
            assertThat(
                    new Scrutinio(favorevoli + 1, contrari - 1, astenuti, componenti)
                        .approvato(maggioranza, astensioni))
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void iVotiContatiSonoSempreQuelliEspressi() {
    var caso = new Random(4);
    for (int prova = 0; prova < 300; prova++) {
      var voti = new LinkedHashMap<Componente, Voto>();
      for (int i = 0; i < 1 + caso.nextInt(40); i++) {
        voti.put(
            new Componente("%06d".formatted(i), "Comune " + i, 1 + caso.nextInt(9000)),
            Voto.values()[caso.nextInt(3)]);
      }
      for (var modo : ModoVoto.values()) {
        var scrutinio = Scrutinio.di(modo, voti.keySet(), voti);
        assertThat(scrutinio.favorevoli() + scrutinio.contrari() + scrutinio.astenuti())
            .isEqualTo(scrutinio.componenti());
      }
    }
  }

  private static boolean approvato(Scrutinio scrutinio) {
    return scrutinio.approvato(Maggioranza.VOTANTI, Astensioni.ESCLUSE_DAI_VOTANTI);
  }

  private static boolean approvatoDaiComponenti(long favorevoli) {
    return new Scrutinio(favorevoli, 1, 0, 24)
        .approvato(Maggioranza.COMPONENTI, Astensioni.ESCLUSE_DAI_VOTANTI);
  }

  private static boolean dueTerzi(long favorevoli) {
    return new Scrutinio(favorevoli, 0, 0, 24)
        .approvato(Maggioranza.DUE_TERZI_COMPONENTI, Astensioni.ESCLUSE_DAI_VOTANTI);
  }
}
