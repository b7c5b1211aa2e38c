package it.pianodizona.documento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.comune.DatoNonValido;
import it.pianodizona.comune.Denaro;
import it.pianodizona.fascicolo.CellaErrata;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ImportazioneObiettiviTest {

  @Test
  void unCsvDiventaObiettivi() {
    var esito =
        csv(
            """
            Titolo;Macroarea;Risorse economiche preventivate;Trasversale ad altre aree;Con quali aree
            A casa in valle;E;20.000,50;sì;Domiciliarità
            "Centri; di comunità";E. Anziani;;no;
            """);

    assertThat(esito.errori()).isEmpty();
    var obiettivi = esito.tabella().obiettivi();
    assertThat(obiettivi).hasSize(2);
    assertThat(obiettivi.get(0).scheda().risorseEconomiche()).isEqualTo(Denaro.euro("20000,50"));
    assertThat(obiettivi.get(0).scheda().areeTrasversali()).isEqualTo("Domiciliarità");
    assertThat(obiettivi.get(1).scheda().titolo()).isEqualTo("Centri; di comunità");
    assertThat(obiettivi.get(1).scheda().macroarea()).isEqualTo(Macroarea.E);
    assertThat(obiettivi.get(1).scheda().risorseEconomiche()).isEqualTo(Denaro.ZERO);
  }

  @Test
  void ogniCellaSbagliataSiDiceENonSiImportaNulla() {
    var esito =
        csv(
            """
            Titolo;Macroarea;Risorse economiche preventivate;Co-progettato con altri attori
            Giusto;A;100;no
            ;K;20.000;forse
            Senza attori;B;-5;sì
            """);

    assertThat(esito.tabella()).isNull();
    assertThat(esito.errori())
        .extracting(CellaErrata::toString)
        .contains(
            "Obiettivi!A3 (Titolo): manca il valore; ammesso: un testo da 1 a 300 caratteri",
            "Obiettivi!B3 (Macroarea): trovato «K»; ammesso: una lettera da A a J",
            "Obiettivi!D3 (Co-progettato con altri attori): trovato «forse»; ammesso: sì oppure no",
            "Obiettivi!C4 (Risorse economiche preventivate): trovato «-5»; ammesso: un importo maggiore o uguale a zero")
        .anySatisfy(
            riga ->
                assertThat(riga)
                    .startsWith(
                        "Obiettivi!C3 (Risorse economiche preventivate): trovato «20.000»"));
  }

  @Test
  void unaDomandaASiSenzaColonnaDelSuoQualiEUnErrore() {
    var esito = csv("Titolo;Macroarea;Trasversale ad altre aree\nUno;A;sì\n");

    assertThat(esito.errori())
        .singleElement()
        .satisfies(
            errore ->
                assertThat(errore.toString())
                    .isEqualTo(
                        "Obiettivi!D2: manca il valore; ammesso: un testo: «Trasversale ad altre"
                            + " aree» è sì"));
  }

  @Test
  void unIntestazioneSconosciutaOMancanteSiDice() {
    assertThat(csv("Titolo;Macroareaa\nUno;A\n").errori())
        .extracting(CellaErrata::cella)
        .contains("Obiettivi!B1", "Obiettivi!C1");
  }

  @Test
  void unCsvVecchioInWindows1252SiLeggeLoStesso() {
    var contenuto = "Titolo;Macroarea\nPiù vicinanza;A\n".getBytes(Charset.forName("windows-1252"));

    var esito = ImportazioneObiettivi.leggi(contenuto, List.of());

    assertThat(esito.tabella().obiettivi().get(0).scheda().titolo()).isEqualTo("Più vicinanza");
  }

  @Test
  void ilModelloXlsxRiempitoPortaAncheIndicatoriEFondi() throws IOException {
    var esito =
        xlsx(
            libro -> {
              riga(libro, "Obiettivi", 1, "Primo", "E", "", "", 1000.5);
              libro
                  .getSheet("Obiettivi")
                  .getRow(1)
                  .createCell(CampoObiettivo.FONDI.ordinal())
                  .setCellValue("FNPS; Fondo povertà");
              riga(
                  libro,
                  "Indicatori",
                  1,
                  2,
                  "output",
                  "Persone",
                  "almeno",
                  120,
                  "persone",
                  "31/12/2027");
              riga(libro, "Fondi", 1, "FNPS", "100.000,00");
            },
            List.of(new FondoCondiviso(7, 1, "fondo  Povertà", Denaro.euro(5), 1)));

    assertThat(esito.errori()).isEmpty();
    var primo = esito.tabella().obiettivi().get(0);
    assertThat(primo.scheda().risorseEconomiche()).isEqualTo(Denaro.euro("1000,50"));
    assertThat(primo.fondi()).containsExactly("FNPS", "Fondo povertà");
    assertThat(primo.indicatori())
        .containsExactly(
            new Indicatore(
                TipoIndicatore.OUTPUT,
                "Persone",
                Operatore.ALMENO,
                new BigDecimal("120.00"),
                "persone",
                LocalDate.of(2027, 12, 31)));
    assertThat(esito.tabella().fondi()).containsEntry("FNPS", Denaro.euro(100_000));
  }

  @Test
  void gliErroriDeiFogliIndicatoriEFondiHannoLaLoroCella() throws IOException {
    var esito =
        xlsx(
            libro -> {
              riga(libro, "Obiettivi", 1, "Primo", "E");
              libro
                  .getSheet("Obiettivi")
                  .getRow(1)
                  .createCell(CampoObiettivo.FONDI.ordinal())
                  .setCellValue("Inesistente");
              riga(libro, "Indicatori", 1, 9, "boh", "Persone", "circa", "tanti", "", "31/2/2027");
              riga(libro, "Fondi", 1, "FNPS", "molto");
            },
            List.of());

    assertThat(esito.errori())
        .extracting(CellaErrata::cella)
        .contains(
            "Fondi!B2",
            "Obiettivi!R2",
            "Indicatori!A2",
            "Indicatori!B2",
            "Indicatori!D2",
            "Indicatori!E2",
            "Indicatori!F2",
            "Indicatori!G2");
  }

  @Test
  void unFileCheNonELoroOSenzaObiettiviSiRifiuta() {
    assertThatThrownBy(
            () -> ImportazioneObiettivi.leggi(new byte[] {'P', 'K', 3, 4, 0, 0}, List.of()))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("non si riesce a leggere");
    assertThatThrownBy(() -> ImportazioneObiettivi.leggi(ModelloObiettivi.csv(), List.of()))
        .hasMessageContaining("nessun obiettivo");
  }

  private static ImportazioneObiettivi.Esito csv(String testo) {
    return ImportazioneObiettivi.leggi(testo.getBytes(StandardCharsets.UTF_8), List.of());
  }

  private interface Riempimento {
    void riempi(XSSFWorkbook libro);
  }

  private static ImportazioneObiettivi.Esito xlsx(
      Riempimento riempimento, List<FondoCondiviso> presenti) throws IOException {
    try (var libro = new XSSFWorkbook(new ByteArrayInputStream(ModelloObiettivi.xlsx()));
        var uscita = new ByteArrayOutputStream()) {
      riempimento.riempi(libro);
      libro.write(uscita);
      return ImportazioneObiettivi.leggi(uscita.toByteArray(), presenti);
    }
  }

  private static void riga(XSSFWorkbook libro, String foglio, int numero, Object... valori) {
    var riga = libro.getSheet(foglio).createRow(numero);
    for (int c = 0; c < valori.length; c++) {
      var cella = riga.createCell(c);
      if (valori[c] instanceof Number n) {
        cella.setCellValue(n.doubleValue());
      } else {
        cella.setCellValue(valori[c].toString());
      }
    }
  }
}
