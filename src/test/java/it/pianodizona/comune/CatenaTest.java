package it.pianodizona.comune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.comune.Catena.Alterazione;
import it.pianodizona.comune.Catena.Anello;
import it.pianodizona.comune.Catena.RigaAgliAtti;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatenaTest {

  @Test
  void laFormaCanonicaEQuellaScrittaNellaDocumentazione() {
    var riga =
        Catena.riga("voto")
            .campo("voto", "Sì, è favorevole")
            .campo("peso", 8600L)
            .campo("delegato", (String) null)
            .campo("giorno", LocalDate.of(2024, 10, 30))
            .campo("quando", OffsetDateTime.parse("2024-10-30T18:00:00.5+01:00"))
            .campo("presente", true);

    assertThat(riga.canonica(3, "1:abc"))
        .isEqualTo(
            """
            catena 1
            numero 3
            precedente 1:abc
            tipo voto
            giorno d 10 2024-10-30
            peso n 4 8600
            presente b 4 true
            quando i 27 2024-10-30T17:00:00.500000Z
            voto t 18 Sì, è favorevole
            """);
  }

  @Test
  void lImprontaNonCambiaDaUnaVersioneDelProgrammaAllAltra() {
    assertThat(Anello.ORIGINE.segue(Catena.riga("voto").campo("voto", "FAVOREVOLE")).impronta())
        .isEqualTo("1:bc8713020db70d9710567dd78abcb997c56416221d65556c7d3961f12e28c486");
  }

  @Test
  void lOrdineDeiCampiELaScalaDeiNumeriNonContano() {
    var una = Catena.riga("r").campo("a", "x").campo("b", new BigDecimal("1.50"));
    var altra = Catena.riga("r").campo("b", new BigDecimal("1.5")).campo("a", "x");

    assertThat(Anello.ORIGINE.segue(una)).isEqualTo(Anello.ORIGINE.segue(altra));
  }

  @Test
  void unValoreNonPuoFingersiUnAltroCampo() {
    var una = Catena.riga("r").campo("a", "x\nb t 1 y");
    var altra = Catena.riga("r").campo("a", "x").campo("b", "y");

    assertThat(Anello.ORIGINE.segue(una)).isNotEqualTo(Anello.ORIGINE.segue(altra));
  }

  @Test
  void unIstanteCheIlDatabaseNonConserverebbeERifiutato() {
    var fine = OffsetDateTime.parse("2024-10-30T18:00:00.123456789+01:00");

    assertThatThrownBy(() -> Catena.riga("r").campo("quando", fine))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Catena.riga("r").campo("quando", Catena.conservabile(fine))).isNotNull();
  }

  @Test
  void loStessoCampoDueVolteEUnErroreDiChiScrive() {
    assertThatThrownBy(() -> Catena.riga("r").campo("a", "x").campo("a", "y"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unaCatenaIntattaNonHaAlterazioniInQualunqueOrdineSiLegga() {
    var righe = new ArrayList<>(righe(5));
    var testa = righe.get(4).anello();
    java.util.Collections.reverse(righe);

    assertThat(Catena.verifica("prove:1", testa, righe)).isEmpty();
    assertThat(Catena.verifica("prove:1", Anello.ORIGINE, List.of())).isEmpty();
  }

  @Test
  void ilContenutoCambiatoSiTrovaEFaIlNomeDellaRiga() {
    var righe = new ArrayList<>(righe(5));
    var terza = righe.get(2);
    righe.set(2, new RigaAgliAtti(terza.nome(), terza.anello(), contenuto("contrario")));

    assertThat(Catena.verifica("prove:1", righe.get(4).anello(), righe))
        .extracting(Alterazione::riga)
        .containsExactly("prova 3");
  }

  @Test
  void ancheRifacendoLImprontaLaRigaRiscrittaSiTrova() {
    for (int posto = 0; posto < 5; posto++) {
      var righe = new ArrayList<>(righe(5));
      var testa = righe.get(4).anello();
      var precedente = posto == 0 ? Anello.ORIGINE : righe.get(posto - 1).anello();
      var falso = contenuto("contrario");
      var nome = righe.get(posto).nome();
      righe.set(posto, new RigaAgliAtti(nome, precedente.segue(falso), falso));

      assertThat(Catena.verifica("prove:1", testa, righe))
          .extracting(Alterazione::riga)
          .containsExactly(nome);
    }
  }

  @Test
  void lImprontaOIlPrecedenteCambiatiFannoIlNomeDellaSolaRigaToccata() {
    for (int posto = 0; posto < 5; posto++) {
      var intatte = righe(5);
      var testa = intatte.get(4).anello();
      var toccata = intatte.get(posto);
      var anello = toccata.anello();
      for (var falso :
          List.of(
              new Anello(anello.numero(), anello.precedente(), "1:" + "f".repeat(64)),
              new Anello(anello.numero(), "1:" + "f".repeat(64), anello.impronta()))) {
        var righe = new ArrayList<>(intatte);
        righe.set(posto, new RigaAgliAtti(toccata.nome(), falso, toccata.contenuto()));

        assertThat(Catena.verifica("prove:1", testa, righe))
            .extracting(Alterazione::riga)
            .containsExactly(toccata.nome());
      }
    }
  }

  @Test
  void unaRigaCancellataSiTrovaOvunqueFosse() {
    for (int posto = 0; posto < 5; posto++) {
      var righe = new ArrayList<>(righe(5));
      var testa = righe.get(4).anello();
      righe.remove(posto);

      assertThat(Catena.verifica("prove:1", testa, righe))
          .containsExactly(new Alterazione("prove:1, posto " + (posto + 1), "la riga manca"));
    }
    assertThat(Catena.verifica("prove:1", righe(3).get(2).anello(), List.of()))
        .containsExactly(new Alterazione("prove:1, posti da 1 a 3", "le righe mancano"));
  }

  @Test
  void unaRigaInseritaOInCodaSiTrova() {
    var righe = new ArrayList<>(righe(3));
    var testa = righe.get(2).anello();
    var intrusa = contenuto("favorevole");
    righe.add(new RigaAgliAtti("prova 9", testa.segue(intrusa), intrusa));
    assertThat(Catena.verifica("prove:1", testa, righe))
        .extracting(Alterazione::riga)
        .containsExactly("prova 9");

    var doppia = new ArrayList<>(righe(3));
    doppia.add(new RigaAgliAtti("prova 9", doppia.get(0).anello().segue(intrusa), intrusa));
    assertThat(Catena.verifica("prove:1", testa, doppia))
        .extracting(Alterazione::riga)
        .contains("prova 9");
  }

  private static List<RigaAgliAtti> righe(int quante) {
    var righe = new ArrayList<RigaAgliAtti>();
    var ultimo = Anello.ORIGINE;
    for (int i = 1; i <= quante; i++) {
      var contenuto = contenuto("favorevole " + i);
      ultimo = ultimo.segue(contenuto);
      righe.add(new RigaAgliAtti("prova " + i, ultimo, contenuto));
    }
    return righe;
  }

  private static Catena.Riga contenuto(String voto) {
    return Catena.riga("prova").campo("voto", voto);
  }
}
