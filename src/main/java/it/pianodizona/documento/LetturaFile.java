package it.pianodizona.documento;

import it.pianodizona.comune.DatoNonValido;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reads a CSV or an XLSX into sheets of texts. */
final class LetturaFile {

  private static final int RIGHE_MASSIME = 1000;
  private static final int COLONNE_MASSIME = 100;
  private static final Charset OCCIDENTALE = Charset.forName("windows-1252");
  private static final DateTimeFormatter GIORNO = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  private LetturaFile() {}

  /**
   * @throws DatoNonValido when the file is neither, is broken or is too long
   */
  static List<Foglio> fogli(String nomeFile, byte[] contenuto) {
    try {
      // every ZIP, and so every XLSX, begins with these two letters
      boolean foglioDiCalcolo = contenuto.length > 1 && contenuto[0] == 'P' && contenuto[1] == 'K';
      return foglioDiCalcolo ? xlsx(contenuto) : List.of(csv(contenuto));
    } catch (IOException | IllegalArgumentException | OpenXML4JRuntimeException e) {
      throw DatoNonValido.regola(
          "File",
          "«%s» non si riesce a leggere; serve un CSV o un XLSX fatto dal modello."
              .formatted(nomeFile));
    }
  }

  private static Foglio csv(byte[] contenuto) throws IOException {
    var testo = testo(contenuto);
    var intestazione = testo.lines().findFirst().orElse("");
    char separatore =
        intestazione.indexOf(';') >= 0 ? ';' : intestazione.indexOf('\t') >= 0 ? '\t' : ',';
    var righe = new TreeMap<Integer, List<String>>();
    try (var lettore =
        CSVParser.parse(
            new StringReader(testo), CSVFormat.RFC4180.builder().setDelimiter(separatore).get())) {
      for (var riga : lettore) {
        aggiungi(righe, (int) lettore.getRecordNumber(), riga.toList());
      }
    }
    return new Foglio(ModelloObiettivi.OBIETTIVI, righe);
  }

  /** UTF-8 as our model is; else what older spreadsheets write. */
  private static String testo(byte[] contenuto) {
    try {
      var testo = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(contenuto)).toString();
      return testo.startsWith("\uFEFF") ? testo.substring(1) : testo;
    } catch (CharacterCodingException e) {
      return new String(contenuto, OCCIDENTALE);
    }
  }

  private static List<Foglio> xlsx(byte[] contenuto) throws IOException {
    var fogli = new ArrayList<Foglio>();
    try (var libro = new XSSFWorkbook(new ByteArrayInputStream(contenuto))) {
      for (var foglio : libro) {
        fogli.add(foglio((XSSFSheet) foglio));
      }
    }
    return fogli;
  }

  private static Foglio foglio(XSSFSheet foglio) {
    var formato = new DataFormatter(Locale.ITALY);
    var righe = new TreeMap<Integer, List<String>>();
    for (var riga : foglio) {
      var celle = new ArrayList<String>();
      int ultima = Math.min(riga.getLastCellNum(), COLONNE_MASSIME);
      for (int c = 0; c < ultima; c++) {
        var cella = riga.getCell(c);
        celle.add(cella == null ? "" : testo(cella, formato));
      }
      aggiungi(righe, riga.getRowNum() + 1, celle);
    }
    return new Foglio(foglio.getSheetName(), righe);
  }

  private static String testo(Cell cella, DataFormatter formato) {
    var tipo =
        cella.getCellType() == CellType.FORMULA
            ? cella.getCachedFormulaResultType()
            : cella.getCellType();
    return switch (tipo) {
      case STRING -> cella.getStringCellValue();
      case BOOLEAN -> cella.getBooleanCellValue() ? "sì" : "no";
      case NUMERIC ->
          DateUtil.isCellDateFormatted(cella)
              ? GIORNO.format(cella.getLocalDateTimeCellValue())
              : new BigDecimal(String.valueOf(cella.getNumericCellValue()))
                  .stripTrailingZeros()
                  .toPlainString();
      case ERROR -> formato.formatCellValue(cella);
      default -> "";
    };
  }

  private static void aggiungi(
      TreeMap<Integer, List<String>> righe, int numero, List<String> celle) {
    if (celle.stream().allMatch(String::isBlank)) {
      return;
    }
    if (righe.size() >= RIGHE_MASSIME) {
      throw DatoNonValido.regola(
          "File", "ha più di %d righe: è troppo lungo.".formatted(RIGHE_MASSIME));
    }
    righe.put(numero, celle);
  }
}
