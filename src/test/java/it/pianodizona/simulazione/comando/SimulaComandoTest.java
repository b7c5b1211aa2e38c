package it.pianodizona.simulazione.comando;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.pianodizona.PianoDiZonaApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a person types it, on its own database file. */
class SimulaComandoTest {

  private static final List<String> FILE =
      List.of("ambiti.csv", "mesi.csv", "passi.csv", "posta.csv", "rapporto.html");

  @TempDir private Path cartella;

  private final ByteArrayOutputStream errori = new ByteArrayOutputStream();

  /** Two Ambiti, from the guidelines to the signed Accordo, twice. */
  @Test
  void loStessoSemeScriveGliStessiFileByteSuByte() throws IOException {
    var prima = simula("prima");
    var seconda = simula("seconda");

    for (var file : FILE) {
      assertThat(cartella.resolve("prima").resolve(file))
          .hasSameBinaryContentAs(cartella.resolve("seconda").resolve(file));
    }
    for (var voce :
        List.of("istanze", "compiti", "lavori", "messaggi", "byteDiPosta", "compitiAperti")) {
      assertThat(prima.get(voce)).as(voce).isEqualTo(seconda.get(voce));
    }
    assertThat(prima.get("messaggi").asInt()).isGreaterThan(300);
    assertThat(errori()).contains("100%").contains("30/04/2022");
    var ambiti = Files.readAllLines(cartella.resolve("prima/ambiti.csv"));
    assertThat(ambiti).hasSize(3);
    var colonne = List.of(ambiti.get(0).split(","));
    int ammesse = colonne.indexOf("ammesse");
    int aiTavoli = colonne.indexOf("ai_tavoli");
    assertThat(ambiti.subList(1, 3))
        .map(riga -> riga.split(","))
        .as("chi siede a un tavolo è stato ammesso")
        .allSatisfy(
            riga ->
                assertThat(Integer.parseInt(riga[aiTavoli]))
                    .isPositive()
                    .isLessThanOrEqualTo(Integer.parseInt(riga[ammesse])));
    assertThat(cartella.resolve("prima/rapporto.html"))
        .content()
        .contains("Valutare ammissibilità", "Nominare il RUP", "Co-programmazione conclusa")
        .doesNotContain("UserTask_", "ammissibilita<", "Premialita ");
    try (Stream<Path> rimasti = Files.list(cartella.resolve("prima"))) {
      assertThat(rimasti.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(FILE);
    }
  }

  @Test
  void unOpzioneSbagliataDiceQualiCiSono() {
    assertThat(esegui("--uscita", cartella.resolve("x").toString(), "--ambitti", "3").esito())
        .isEqualTo(2);
    assertThat(errori()).contains("--ambitti").contains("--triennio").contains("--uscita");
  }

  @Test
  void unValoreSbagliatoDiceCheCosaSiAccetta() {
    assertThat(
            esegui("--uscita", cartella.resolve("x").toString(), "--profilo", "ottimista").esito())
        .isEqualTo(2);
    assertThat(errori()).contains("puntuale, reale-2018, difficile").doesNotContain("\tat ");
    assertThat(cartella.resolve("x")).doesNotExist();
  }

  private record Corsa(int esito, String uscita) {}

  private JsonNode simula(String nome) throws IOException {
    var corsa =
        esegui(
            "--triennio", "2021-2023",
            "--ambiti", "2",
            "--seme", "1",
            "--profilo", "reale-2018",
            "--fino-al", "2022-04-30",
            "--uscita", cartella.resolve(nome).toString());
    assertThat(corsa.esito()).as(errori()).isZero();
    var righe = corsa.uscita().strip().lines().toList();
    return new ObjectMapper().readTree(righe.get(righe.size() - 1));
  }

  private Corsa esegui(String... opzioni) {
    var uscita = new ByteArrayOutputStream();
    int esito =
        SimulaComando.esegui(
            PianoDiZonaApplication.class,
            List.of(opzioni),
            new PrintStream(uscita, true, StandardCharsets.UTF_8),
            new PrintStream(errori, true, StandardCharsets.UTF_8));
    return new Corsa(esito, uscita.toString(StandardCharsets.UTF_8));
  }

  private String errori() {
    return errori.toString(StandardCharsets.UTF_8);
  }
}
