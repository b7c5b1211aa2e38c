package it.pianodizona.simulazione;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.anagrafica.Ambito;
import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Termini;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** How late the Ambiti are, and when people work. */
class RitmoTest {

  @Test
  void loStessoSemeDaGliStessiTiriInQualunqueOrdine() {
    var primo = new Sorte(7).di("firma", "50084", 3);
    new Sorte(7).di("altro").tra(1, 6);
    assertThat(new Sorte(7).di("firma", "50084", 3).tra(1, 1_000_000))
        .isEqualTo(primo.tra(1, 1_000_000));
    assertThat(new Sorte(8).di("firma", "50084", 3).tra(1, 1_000_000))
        .isNotEqualTo(new Sorte(7).di("firma", "50084", 3).tra(1, 1_000_000));
  }

  /** DGR XI/4563, paragrafo 2: 72 of 91 within eighteen months, ATS by ATS. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 99})
  void nelProfiloRealeSettantadueAmbitiSuNovantunoFirmanoEntroDiciottoMesi(long seme)
      throws IOException {
    var scenario = Scenario.leggi("2018-2020");
    var regione = regione();
    var ritmo = ritmo("reale-2018", scenario, seme, regione);
    var diciottoMesi = LocalDate.of(2019, 12, 31);

    var senza =
        regione.stream().filter(a -> ritmo.ultimaFirma(a.codice()).isAfter(diciottoMesi)).toList();
    assertThat(regione).hasSize(91);
    assertThat(senza).hasSize(19);
    assertThat(senza.stream().filter(a -> a.codiceAts().equals("321"))).hasSize(7);
    assertThat(senza.stream().filter(a -> a.codiceAts().equals("322"))).hasSize(7);
    assertThat(senza.stream().filter(a -> a.codiceAts().equals("325"))).hasSize(1);
    assertThat(senza.stream().filter(a -> a.codiceAts().equals("327"))).hasSize(4);
  }

  @Test
  void nelProfiloPuntualeQuasiTuttiFirmanoNeiTermini() throws IOException {
    var scenario = Scenario.leggi("2021-2023");
    var regione = regione();
    var ritmo = ritmo("puntuale", scenario, 1, regione);
    assertThat(
            regione.stream()
                .filter(a -> !ritmo.ultimaFirma(a.codice()).isAfter(scenario.scadenzaAccordo()))
                .count())
        .isGreaterThan(80);
  }

  @Test
  void siLavoraNeiGiorniLavorativiInOrarioDiUfficio() {
    var tiro = new Sorte(3).di("ufficio");
    var venerdi = LocalDate.of(2021, 12, 24).atTime(17, 0).atZone(Termini.ROMA).toInstant();
    for (int i = 0; i < 200; i++) {
      var quando = Ritmo.dopoGiorni(venerdi, i % 9, tiro).atZone(Termini.ROMA);
      assertThat(quando.toInstant()).isAfter(venerdi);
      assertThat(quando.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
      assertThat(Termini.festivo(quando.toLocalDate())).isFalse();
      assertThat(quando.getHour()).isBetween(8, 17);
    }
  }

  @Test
  void unProfiloOUnTriennioCheNonEsisteDiceQualiCiSono() {
    assertThatThrownBy(() -> Profilo.leggi("ottimista"))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("puntuale, reale-2018, difficile");
    assertThatThrownBy(() -> Scenario.leggi("2015-2017"))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("2018-2020");
  }

  private static Ritmo ritmo(String profilo, Scenario scenario, long seme, List<Ambito> regione) {
    var parametri =
        new Parametri(scenario, 91, seme, profilo, Profilo.leggi(profilo), scenario.fine(), false);
    return new Ritmo(parametri, new Sorte(seme), regione);
  }

  private static List<Ambito> regione() throws IOException {
    var formato = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var lettore =
            new InputStreamReader(
                new ClassPathResource("anagrafica/ambiti-lombardia.csv").getInputStream(),
                StandardCharsets.UTF_8);
        var righe = formato.parse(lettore)) {
      return righe.stream()
          .map(
              r ->
                  new Ambito(
                      r.get("codice_ambito"),
                      r.get("denominazione"),
                      r.get("codice_registro_nazionale"),
                      r.get("codice_ats"),
                      List.of(),
                      null,
                      null,
                      null))
          .toList();
    }
  }
}
