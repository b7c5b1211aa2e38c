package it.pianodizona.attuazione.monitoraggio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.documento.DocumentoFixture;
import it.pianodizona.documento.Obiettivo;
import it.pianodizona.fascicolo.Allegati;
import it.pianodizona.fascicolo.AllegatiFixture;
import it.pianodizona.fascicolo.CellaErrata;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoglioMonitoraggioTest {

  private static final String TESTATA =
      "obiettivo;indicatore;valore;nota;grado;risorse;criticita;osservazioni\n";

  private final Allegati allegati = AllegatiFixture.senzaAntivirus();
  private final FoglioMonitoraggio foglio = new FoglioMonitoraggio(allegati);
  private final List<SchedaAnnuale> schede =
      List.of(
          scheda(1, 11, 2, "=SOMMA(A1)"),
          scheda(2, 12, 0, "Senza indicatori"),
          scheda(3, 13, 1, "Terzo"));

  @Test
  void cioCheSiScaricaSiRicaricaUguale() {
    for (var file :
        List.of(
            new Esempio("valori.csv", foglio.csv(schede)),
            new Esempio("valori.xlsx", foglio.xlsx(schede)))) {
      var letto = foglio.leggi(file.nome(), file.contenuto(), schede);
      assertThat(letto.errori()).as(file.nome()).isEmpty();
      assertThat(letto.dati()).hasSize(3);
      assertThat(letto.dati().get(11L).valori().get(1).valore()).isEqualByComparingTo("37.5");
      assertThat(letto.dati().get(11L).valori().get(2).nota()).isEqualTo("+ due sportelli");
      assertThat(letto.dati().get(11L).risorse()).isEqualTo(60);
      assertThat(letto.dati().get(12L).grado()).isEqualTo(40);
    }
  }

  private record Esempio(String nome, byte[] contenuto) {}

  @Test
  void nelCsvNessunTestoEUnaFormula() {
    assertThat(new String(foglio.csv(schede), StandardCharsets.UTF_8))
        .startsWith("\uFEFFobiettivo;indicatore;")
        .contains("'=SOMMA(A1)")
        .contains("'+ due sportelli");
  }

  @Test
  void gliErroriSiDiconoCellaPerCella() {
    var letto =
        leggi(
            """
            1;1;molti;;;;;
            1;2;4,5;va bene;;;;
            1;;;;50;101;;
            2;1;3;;;;;
            9;;;;;;;
            2;;;;40;50;;
            2;;;;40;50;;
            3;1;1.234;;;;;
            """);
    assertThat(letto.errori())
        .extracting(CellaErrata::cella, CellaErrata::colonna, CellaErrata::trovato)
        .containsExactly(
            tuple("C2", "valore", "molti"),
            tuple("E4", "grado", "50"),
            tuple("F4", "risorse", "101"),
            tuple("B5", "indicatore", "1"),
            tuple("A6", "obiettivo", "9"),
            tuple("A8", "obiettivo", "2"),
            tuple("C9", "valore", "1.234"));
    assertThat(letto.errori().get(1).ammesso()).contains("si calcola dagli indicatori");
  }

  @Test
  void cioCheIlFileNonNominaRestaComEra() {
    var letto = leggi("1;2;9;;;;;\n");
    assertThat(letto.errori()).isEmpty();
    assertThat(letto.dati()).containsOnlyKeys(11L);
    var dati = letto.dati().get(11L);
    assertThat(dati.valori().get(1).valore()).isEqualByComparingTo("37.5");
    assertThat(dati.valori().get(2).valore()).isEqualByComparingTo("9");
    assertThat(dati.risorse()).isEqualTo(60);
  }

  @Test
  void unaTabellaDiAltroTipoERifiutata() {
    assertThatThrownBy(
            () -> foglio.leggi("x.csv", "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8), schede))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("mancano le colonne obiettivo");
    assertThatThrownBy(
            () -> foglio.leggi("x.csv", TESTATA.getBytes(StandardCharsets.UTF_8), schede))
        .hasMessageContaining("non ha righe");
  }

  private FoglioMonitoraggio.Letto leggi(String righe) {
    return foglio.leggi("valori.csv", (TESTATA + righe).getBytes(StandardCharsets.UTF_8), schede);
  }

  private static SchedaAnnuale scheda(int numero, long id, int indicatori, String titolo) {
    var obiettivo =
        new Obiettivo(
            id,
            1,
            numero,
            "chiave-" + numero,
            1,
            DocumentoFixture.scheda(titolo, 1000),
            Collections.nCopies(indicatori, DocumentoFixture.indicatore()),
            List.of());
    var rilevazioni = new ArrayList<Rilevazione>();
    for (int i = 1; i <= indicatori; i++) {
      rilevazioni.add(
          new Rilevazione(
              i,
              DocumentoFixture.indicatore(),
              i == 1 ? new BigDecimal("37.50") : null,
              i == 2 ? "+ due sportelli" : null,
              null,
              new BigDecimal("33.3"),
              new Luce(Semaforo.GRIGIO, "")));
    }
    return new SchedaAnnuale(
        obiettivo,
        rilevazioni,
        indicatori == 0 ? 40 : null,
        60,
        null,
        null,
        new Luce(Semaforo.GRIGIO, ""),
        1);
  }
}
