package it.pianodizona.documento;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The empty file in which an office writes its objectives before importing them. */
public final class ModelloObiettivi {

  static final String OBIETTIVI = "Obiettivi";
  static final String INDICATORI = "Indicatori";
  static final String FONDI = "Fondi";

  static final List<String> COLONNE_INDICATORI =
      List.of("Riga dell'obiettivo", "Tipo", "Indicatore", "Operatore", "Valore", "Unità", "Entro");
  static final List<String> COLONNE_FONDI = List.of("Denominazione", "Importo");

  private static final int RIGHE = 200;
  private static final int LARGHEZZA = 28 * 256;

  private ModelloObiettivi() {}

  /** One line of headings, separated by semicolons, readable by every spreadsheet. */
  public static byte[] csv() {
    var riga =
        Arrays.stream(CampoObiettivo.values())
            .map(CampoObiettivo::etichetta)
            .collect(Collectors.joining(";"));
    return ("\uFEFF" + riga + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Three sheets with drop-down lists: objectives, indicators, shared budgets. */
  public static byte[] xlsx() {
    try (var libro = new XSSFWorkbook();
        var uscita = new ByteArrayOutputStream()) {
      var obiettivi =
          foglio(
              libro,
              OBIETTIVI,
              Arrays.stream(CampoObiettivo.values()).map(CampoObiettivo::etichetta).toList());
      for (var campo : CampoObiettivo.values()) {
        if (campo.genere() == CampoObiettivo.Genere.SI_NO) {
          elenco(obiettivi, campo.ordinal(), "sì", "no");
        }
      }
      elenco(
          obiettivi,
          CampoObiettivo.MACROAREA.ordinal(),
          Arrays.stream(Macroarea.values()).map(Macroarea::name).toArray(String[]::new));
      var indicatori = foglio(libro, INDICATORI, COLONNE_INDICATORI);
      elenco(
          indicatori,
          1,
          Arrays.stream(TipoIndicatore.values()).map(TipoIndicatore::nome).toArray(String[]::new));
      elenco(
          indicatori,
          3,
          Arrays.stream(Operatore.values()).map(Operatore::parole).toArray(String[]::new));
      foglio(libro, FONDI, COLONNE_FONDI);
      istruzioni(libro);
      libro.write(uscita);
      return uscita.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static XSSFSheet foglio(XSSFWorkbook libro, String nome, List<String> titoli) {
    var foglio = libro.createSheet(nome);
    var stile = libro.createCellStyle();
    var carattere = libro.createFont();
    carattere.setBold(true);
    stile.setFont(carattere);
    stile.setFillForegroundColor(IndexedColors.PALE_BLUE.getIndex());
    stile.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    stile.setWrapText(true);
    var riga = foglio.createRow(0);
    for (int c = 0; c < titoli.size(); c++) {
      var cella = riga.createCell(c);
      cella.setCellValue(titoli.get(c));
      cella.setCellStyle(stile);
      foglio.setColumnWidth(c, LARGHEZZA);
    }
    foglio.createFreezePane(0, 1);
    return foglio;
  }

  private static void elenco(XSSFSheet foglio, int colonna, String... voci) {
    var aiuto = foglio.getDataValidationHelper();
    var regola =
        aiuto.createValidation(
            aiuto.createExplicitListConstraint(voci),
            new CellRangeAddressList(1, RIGHE, colonna, colonna));
    regola.setShowErrorBox(true);
    foglio.addValidationData(regola);
  }

  private static void istruzioni(XSSFWorkbook libro) {
    var foglio = libro.createSheet("Istruzioni");
    foglio.setColumnWidth(0, LARGHEZZA);
    foglio.setColumnWidth(1, 4 * LARGHEZZA);
    int numero = 0;
    for (var campo : CampoObiettivo.values()) {
      riga(
          foglio,
          numero++,
          campo.etichetta(),
          (campo.obbligatorio() ? "Obbligatorio. " : "")
              + campo.aiuto()
              + (campo.genere() == CampoObiettivo.Genere.TESTO
                  ? " Al massimo %d caratteri.".formatted(campo.lunghezza())
                  : ""));
    }
    for (var area : Macroarea.values()) {
      riga(foglio, numero++, "Macroarea " + area.name(), area.denominazione());
    }
    riga(
        foglio,
        numero++,
        "Foglio " + INDICATORI,
        "Una riga per indicatore; nella prima colonna il numero di riga dell'obiettivo nel foglio"
            + " Obiettivi (il primo è alla riga 2). La data è nella forma gg/mm/aaaa.");
    riga(
        foglio,
        numero,
        "Foglio " + FONDI,
        "Una riga per ogni fondo condiviso da più obiettivi: nei totali conta una volta sola.");
  }

  private static void riga(XSSFSheet foglio, int numero, String nome, String testo) {
    var riga = foglio.createRow(numero);
    riga.createCell(0).setCellValue(nome);
    riga.createCell(1).setCellValue(testo);
  }
}
