package it.pianodizona.simulazione.comando;

import static org.assertj.core.api.Assertions.assertThat;

import it.pianodizona.PianoDiZonaApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.DigestUtils;

/** What if the Region moved the term: asked of a copy of a database, as a person types it. */
class SimulaIpotesiTest {

  @TempDir private Path cartella;

  private final ByteArrayOutputStream errori = new ByteArrayOutputStream();

  /**
   * Two Ambiti in the middle of December, both slow: with this seed 50002 means to sign 38 days
   * after the term and 50001 101 days after it.
   */
  @Test
  void daUnaCopiaSiVedeChiSarebbeInTempoConUnAltroTermine() throws IOException {
    esegui(
        0,
        "--ambiti=2",
        "--seme=14",
        "--senza-proroga",
        "--fino-al=15/12/2021",
        "--conserva-database",
        "--uscita=" + cartella.resolve("prima"));
    assertThat(ambiti("prima").values())
        .allSatisfy(
            riga -> {
              assertThat(riga.get("termine")).isEqualTo("2021-12-31");
              assertThat(riga.get("firmato_il")).isEmpty();
            });
    var copia = cartella.resolve("prima/database/simulazione.mv.db");
    var impronte = impronte(copia.getParent());

    esegui(
        0,
        "--da=" + copia,
        "--seme=14",
        "--nuovo-termine=28/02/2022",
        "--atto-il=20/12/2021",
        "--fino-al=2022-03-15",
        "--uscita=" + cartella.resolve("poi"));

    assertThat(impronte(copia.getParent())).as("la copia non cambia").isEqualTo(impronte);
    var poi = ambiti("poi");
    assertThat(poi.keySet()).containsExactlyInAnyOrder("50001", "50002");
    assertThat(poi.values()).extracting(r -> r.get("termine")).containsOnly("2022-02-28");
    assertThat(poi.get("50002").get("firmato_il")).isBetween("2022-01-01", "2022-02-28");
    assertThat(Integer.parseInt(poi.get("50001").get("giorni_di_ritardo"))).isPositive();
    assertThat(Files.readString(cartella.resolve("poi/rapporto.html")))
        .contains("nuovo termine 28/02/2022")
        .containsPattern("In termine grazie allo spostamento: 50002 [^;<]*\\.<")
        .containsPattern("<td>50001 [^<]*</td><td>28/02/2022</td>")
        .containsPattern("di cui entro il termine</dt><dd>1<")
        .containsPattern("entro quello iniziale, 31/12/2021</dt><dd>0<")
        .contains("ferma la copia del database");
    assertThat(cartella.resolve("poi/database")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--nuovo-termine=31/12/2021 | --nuovo-termine | un giorno dopo il 2021-12-31",
        "--nuovo-termine=30/02/2022 | --nuovo-termine | un giorno che esiste, gg/mm/aaaa",
        "--nuovo-termine=febbraio | --nuovo-termine | un giorno che esiste, gg/mm/aaaa",
        "--atto-il=20/12/2021 | --atto-il | serve anche --nuovo-termine",
        "--senza-proroga --nuovo-termine=28/02/2022 | --senza-proroga | non va insieme",
        "--nuovo-termine=28/02/2022 --atto-il=01/03/2022 | --atto-il | non oltre il 2022-02-28",
        "--nuovo-termine=28/02/2022 --atto-il=01/03/2021 | --atto-il | un giorno dopo il 2021-04-26",
        "--fino-al=01/01/2021 | --fino-al | un giorno dopo il 2021-04-26",
        "--da=pom.xml | --da | un file .mv.db esistente",
        "--da=non-esiste.mv.db | --da | un file .mv.db esistente",
        "--ambiti=92 | --ambiti | un numero da 1 a 91",
        "--ambiti=tre | --ambiti | un numero intero",
        "--triennio=2022-2024 | 2022-2024 | 2018-2020, 2021-2023, 2025-2027",
      })
  void unOpzioneSbagliataVieneRifiutataDicendoCheCosaSiAccetta(
      String opzioni, String nome, String ammesso) {
    var tutte = new ArrayList<>(List.of(opzioni.split(" ")));
    tutte.add("--uscita=" + cartella.resolve("x"));

    esegui(2, tutte.toArray(String[]::new));

    var prima = errori().lines().filter(r -> !r.isBlank()).findFirst().orElseThrow();
    assertThat(prima).contains(nome).contains(ammesso);
    assertThat(errori()).doesNotContain("\tat ");
    assertThat(cartella.resolve("x")).doesNotExist();
  }

  private void esegui(int atteso, String... opzioni) {
    errori.reset();
    int esito =
        SimulaComando.esegui(
            PianoDiZonaApplication.class,
            List.of(opzioni),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(errori, true, StandardCharsets.UTF_8));
    assertThat(esito).as(errori()).isEqualTo(atteso);
  }

  private String errori() {
    return errori.toString(StandardCharsets.UTF_8);
  }

  private Map<String, CSVRecord> ambiti(String corsa) throws IOException {
    var formato = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var lettore = Files.newBufferedReader(cartella.resolve(corsa).resolve("ambiti.csv"));
        var righe = formato.parse(lettore)) {
      return righe.stream().collect(Collectors.toMap(r -> r.get("codice"), Function.identity()));
    }
  }

  private static Map<String, String> impronte(Path cartella) throws IOException {
    try (var file = Files.list(cartella)) {
      return file.collect(
          Collectors.toMap(
              f -> f.getFileName().toString(), f -> DigestUtils.md5DigestAsHex(leggi(f))));
    }
  }

  private static byte[] leggi(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
