package it.pianodizona.monitoraggio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import it.pianodizona.fascicolo.CellaErrata;
import it.pianodizona.monitoraggio.CicloConcluso.PerAts;
import it.pianodizona.monitoraggio.CicloConcluso.PerObiettivo;
import it.pianodizona.monitoraggio.comando.ImportaComando;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The totals that the Region published for 2018-2020 come in by the import and come out again. */
class CicliConclusiTest extends ProvaMonitoraggio {

  private static final String INTESTAZIONE =
      "triennio,indicatore,codice_ats,obiettivo,al,valore,fonte\n";

  @Autowired private CicliConclusi cicli;
  @Autowired private JdbcClient jdbc;
  @TempDir private Path cartella;

  @BeforeEach
  void senzaTotali() {
    jdbc.sql("delete from totale_ciclo").update();
    jdbc.sql("delete from importazione_cicli").update();
  }

  @Test
  void iTotaliVeriDel20182020EntranoEdEscono() throws IOException {
    var uscita = new ByteArrayOutputStream();
    int codice = importa(fileVero(), uscita);

    assertThat(uscita.toString(UTF_8)).contains("Importati 22 totali per 2018-2020");
    assertThat(codice).isZero();
    var ciclo = cicli.elenco().get(0);
    assertThat(ciclo.conAccordo()).isEqualTo(72);
    assertThat(ciclo.senzaAccordo()).isEqualTo(19);
    assertThat(ciclo.presentati()).isEqualTo(147);
    assertThat(ciclo.approvati()).isEqualTo(87);
    assertThat(ciclo.accordi())
        .extracting(PerAts::ats, PerAts::conAccordo, PerAts::senzaAccordo)
        .containsExactly(
            tuple("Città Metropolitana di Milano", 10, 7),
            tuple("Insubria", 13, 7),
            tuple("Montagna", 7, 0),
            tuple("Brianza", 8, 0),
            tuple("Bergamo", 13, 1),
            tuple("Brescia", 12, 0),
            tuple("Val Padana", 4, 4),
            tuple("Pavia", 5, 0));
    assertThat(ciclo.progetti())
        .containsExactly(
            new PerObiettivo("OS1", 50, 33),
            new PerObiettivo("OS2", 49, 28),
            new PerObiettivo("OS3", 48, 26));

    var csv = chiedi("regione", "/api/v1/monitoraggio/cicli", "text/csv").body();
    assertThat(csv)
        .contains(
            "2018-2020,ambiti_con_accordo,325,Bergamo,,2019-12-31,13,",
            "2018-2020,progetti_approvati,,,OS1,,33,");
    assertThat(
            csv.lines()
                .filter(riga -> riga.contains("ambiti_con_accordo"))
                .mapToInt(riga -> Integer.parseInt(riga.split(",")[6]))
                .sum())
        .as("somma dei valori nel CSV")
        .isEqualTo(72);
  }

  @Test
  void conUnaSolaCellaSbagliataNonEntraNulla() {
    var esito =
        importa(
            "2018-2020,ambiti_con_accordo,325,,2019-12-31,13,DGR\n"
                + "2018-2019,ambiti_con_accordo,999,OS1,31/12/2019,-1,\n"
                + "2018-2020,inventato,325,,2019-12-31,1,DGR\n"
                + "2018-2020,progetti_presentati,325,os1,2019-12-31,5,DGR\n");
    assertThat(esito.riuscito()).isFalse();
    assertThat(esito.errori())
        .extracting(CellaErrata::cella)
        .containsExactlyInAnyOrder("A3", "C3", "D3", "E3", "F3", "G3", "B4", "C5", "D5", "E5");
    assertThat(cicli.elenco()).isEmpty();
    assertThat(jdbc.sql("select count(*) from importazione_cicli").query(Long.class).single())
        .isZero();
  }

  @Test
  void ilDoppioneEGliApprovatiOltreIPresentatiSiRifiutano() {
    assertThat(
            importa(
                    "2018-2020,progetti_presentati,,OS1,,5,DGR\n"
                        + "2018-2020,progetti_presentati,,OS1,,6,DGR\n")
                .errori())
        .singleElement()
        .satisfies(e -> assertThat(e.toString()).contains("B3", "già alla riga 2"));
    assertThat(
            importa(
                    "2018-2020,progetti_presentati,,OS1,,5,DGR\n"
                        + "2018-2020,progetti_approvati,,OS1,,6,DGR\n")
                .errori())
        .singleElement()
        .satisfies(e -> assertThat(e.toString()).contains("F3", "progetti presentati per OS1"));
    assertThatThrownBy(() -> cicli.importa("x.csv", "a,b\n1,2\n".getBytes(UTF_8), "prova"))
        .hasMessageContaining("triennio, indicatore");
    assertThatThrownBy(() -> cicli.importa("x.csv", INTESTAZIONE.getBytes(UTF_8), "prova"))
        .hasMessageContaining("non ha righe");
  }

  @Test
  void unTriennioImportatoDiNuovoSostituisceQuelloDiPrima() {
    importa("2015-2017,progetti_presentati,,OS1,,5,DGR\n2018-2020,progetti_presentati,,OS1,,1,A\n");
    importa("2018-2020,progetti_presentati,,OS2,,7,DGR\n");
    assertThat(cicli.elenco())
        .extracting(CicloConcluso::triennio, CicloConcluso::presentati)
        .containsExactly(tuple("2018-2020", 7), tuple("2015-2017", 5));
    assertThat(jdbc.sql("select count(*) from totale_ciclo").query(Long.class).single())
        .as("quello che c'era resta agli atti")
        .isEqualTo(3);
  }

  @Test
  void ilComandoDiceCheCosaNonVa() throws IOException {
    var errori = new ByteArrayOutputStream();
    var sbagliato = Files.writeString(cartella.resolve("s.csv"), INTESTAZIONE + "x,y,,,,,\n");
    assertThat(importa(sbagliato, errori)).isEqualTo(1);
    assertThat(errori.toString(UTF_8)).contains("nessuna riga è entrata", "A2");
    assertThat(importa(cartella.resolve("manca.csv"), errori)).isEqualTo(2);
    assertThat(errori.toString(UTF_8)).contains("non si può leggere");
    assertThat(
            ImportaComando.esegui(
                fileVero().toString(),
                List.of("--spring.datasource.url=jdbc:h2:file:" + cartella.resolve("niente")),
                new PrintStream(errori, true, UTF_8),
                new PrintStream(errori, true, UTF_8)))
        .isEqualTo(2);
    assertThat(errori.toString(UTF_8)).contains("non è stata eseguita");
  }

  private CicliConclusi.Esito importa(String righe) {
    return cicli.importa("prova.csv", (INTESTAZIONE + righe).getBytes(UTF_8), "prova");
  }

  private int importa(Path file, ByteArrayOutputStream uscita) {
    var stampa = new PrintStream(uscita, true, UTF_8);
    return ImportaComando.esegui(
        file.toString(),
        List.of(
            "--spring.datasource.url=jdbc:h2:mem:monitoraggio", "--spring.datasource.username=sa"),
        stampa,
        stampa);
  }

  private static Path fileVero() throws IOException {
    return new ClassPathResource("monitoraggio/ciclo-2018-2020.csv").getFile().toPath();
  }
}
