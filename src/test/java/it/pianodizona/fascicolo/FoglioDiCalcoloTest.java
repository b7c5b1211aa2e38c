package it.pianodizona.fascicolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.pianodizona.comune.DatoNonValido;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class FoglioDiCalcoloTest {

  @Test
  void unCsvConPuntoEVirgolaOVirgoleSiLeggeAlloStessoModo() {
    var atteso = leggi("Comune;Spesa\n016012;1.5\n");
    assertThat(leggi("Comune,Spesa\n016012,1.5\n")).isEqualTo(atteso);
    assertThat(leggi("\uFEFFComune;Spesa\r\n016012;1.5")).isEqualTo(atteso);
    assertThat(atteso.colonne()).containsExactly("Comune", "Spesa");
    assertThat(atteso.righe().get(0).celle()).containsExactly("016012", "1.5");
    assertThat(atteso.righe().get(0).cella(1)).isEqualTo("B2");
  }

  @Test
  void unCsvDiUnVecchioFoglioDiCalcoloSiLeggeConLeSueAccentate() {
    var foglio =
        FoglioDiCalcolo.leggi(
            "File", file(FormatoFile.CSV, "Attività\n".getBytes(Charset.forName("windows-1252"))));
    assertThat(foglio.colonne()).containsExactly("Attività");
  }

  @Test
  void leRigheVuoteSiSaltanoMaContano() {
    var foglio = leggi("Comune;Spesa\n\n016012;\n;;\n016077;2\n");
    assertThat(foglio.righe()).extracting(FoglioDiCalcolo.Riga::numero).containsExactly(3, 5);
    assertThat(foglio.righe().get(0).celle()).containsExactly("016012", "");
  }

  @Test
  void unFoglioXlsxDaTestiNumeriEDate() throws IOException {
    var uscita = new ByteArrayOutputStream();
    try (var cartella = new XSSFWorkbook()) {
      var foglio = cartella.createSheet();
      var titoli = foglio.createRow(0);
      titoli.createCell(0).setCellValue("Comune");
      titoli.createCell(1).setCellValue("Spesa");
      titoli.createCell(2).setCellValue("Data");
      var riga = foglio.createRow(2);
      riga.createCell(0).setCellValue(" 016012 ");
      riga.createCell(1).setCellValue(1234.1);
      var stile = cartella.createCellStyle();
      stile.setDataFormat((short) 14);
      riga.createCell(2).setCellValue(LocalDate.of(2025, 2, 28));
      riga.getCell(2).setCellStyle(stile);
      cartella.write(uscita);
    }
    var foglio = FoglioDiCalcolo.leggi("File", file(FormatoFile.XLSX, uscita.toByteArray()));
    assertThat(foglio.righe())
        .containsExactly(new FoglioDiCalcolo.Riga(3, List.of("016012", "1234.1", "2025-02-28")));
  }

  @Test
  void unFileCheNonEUnaTabellaERifiutatoDicendoPerche() {
    rifiutato("", "la prima riga deve avere i nomi delle colonne");
    rifiutato("Comune;comune\n", "cella B1");
    rifiutato("Comune;Anno\n016012;2;3\n", "la riga 2 ha 3 valori, ma le colonne sono 2");
    rifiutato("Comune;Spesa\n1;\"a\"b;2\n", "virgolette");
    assertThatThrownBy(
            () -> FoglioDiCalcolo.leggi("File", file(FormatoFile.XLSX, new byte[] {'P', 'K', 3})))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageContaining("non si riesce a leggere");
  }

  private static void rifiutato(String testo, String perche) {
    assertThatThrownBy(() -> leggi(testo))
        .isInstanceOf(DatoNonValido.class)
        .hasMessageStartingWith("File: ")
        .hasMessageContaining(perche);
  }

  private static FoglioDiCalcolo leggi(String testo) {
    return FoglioDiCalcolo.leggi(
        "File", file(FormatoFile.CSV, testo.getBytes(StandardCharsets.UTF_8)));
  }

  private static Allegato file(FormatoFile formato, byte[] contenuto) {
    return new Allegato("file", formato, contenuto);
  }
}
