package it.pianodizona.fascicolo;

import it.pianodizona.comune.DatoNonValido;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A sheet of an uploaded CSV or XLSX, as texts without surrounding spaces.
 *
 * @param righe by number as spreadsheets count them, from 1; only those with something written
 */
public record Foglio(String nome, SortedMap<Integer, List<String>> righe) {

  /** More rows than any Ambito can have: beyond it the file is surely the wrong one. */
  public static final int RIGHE_MASSIME = 20_000;

  private static final int COLONNE_MASSIME = 200;
  private static final Charset OCCIDENTALE = Charset.forName("windows-1252");

  /**
   * Reads every sheet. A CSV is one sheet, with semicolons, tabs or commas, in UTF-8 or in what
   * older spreadsheets write (Windows-1252). Dates of a workbook become {@code aaaa-mm-gg}, numbers
   * have a point.
   *
   * @param campo name of the field, as the person knows it
   * @param nomeDelCsv name for the only sheet of a CSV
   * @throws DatoNonValido when it cannot be read or has more than {@link #RIGHE_MASSIME} rows
   */
  public static List<Foglio> leggi(String campo, byte[] contenuto, String nomeDelCsv) {
    // every ZIP, and so every XLSX, begins with these two letters
    boolean cartella = contenuto.length > 1 && contenuto[0] == 'P' && contenuto[1] == 'K';
    return cartella ? xlsx(campo, contenuto) : List.of(csv(campo, contenuto, nomeDelCsv));
  }

  /** Text of a cell, empty where there is none; columns count from 0. */
  public String testo(int riga, int colonna) {
    var celle = righe.getOrDefault(riga, List.of());
    return colonna >= 0 && colonna < celle.size() ? celle.get(colonna) : "";
  }

  /** How a spreadsheet calls a cell, such as {@code B7}. */
  public static String cella(int riga, int colonna) {
    return CellReference.convertNumToColString(colonna) + riga;
  }

  private static Foglio csv(String campo, byte[] contenuto, String nome) {
    var testo = testo(contenuto);
    var prima = testo.lines().findFirst().orElse("");
    char separatore = prima.indexOf(';') >= 0 ? ';' : prima.indexOf('\t') >= 0 ? '\t' : ',';
    var formato =
        CSVFormat.RFC4180.builder().setDelimiter(separatore).setIgnoreEmptyLines(false).get();
    var righe = new TreeMap<Integer, List<String>>();
    try (var lettore = formato.parse(new StringReader(testo))) {
      for (var riga : lettore) {
        aggiungi(
            campo,
            righe,
            (int) lettore.getRecordNumber(),
            riga.stream().limit(COLONNE_MASSIME).map(String::strip).toList());
      }
    } catch (IOException | UncheckedIOException e) {
      throw DatoNonValido.regola(
          campo, "il file non è un CSV corretto: controllare le virgolette e i separatori.");
    }
    return new Foglio(nome, righe);
  }

  private static String testo(byte[] contenuto) {
    try {
      var testo = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(contenuto)).toString();
      return testo.startsWith("\uFEFF") ? testo.substring(1) : testo;
    } catch (CharacterCodingException e) {
      return new String(contenuto, OCCIDENTALE);
    }
  }

  private static List<Foglio> xlsx(String campo, byte[] contenuto) {
    try (var cartella = new XSSFWorkbook(new ByteArrayInputStream(contenuto))) {
      var fogli = new ArrayList<Foglio>();
      for (var foglio : cartella) {
        fogli.add(foglio(campo, foglio));
      }
      return fogli;
    } catch (IOException
        | OpenXML4JRuntimeException
        | RecordFormatException
        | IllegalArgumentException
        | IllegalStateException e) {
      throw DatoNonValido.regola(
          campo,
          "il file non si riesce a leggere come XLSX: aprirlo, salvarlo di nuovo e riprovare.");
    }
  }

  private static Foglio foglio(String campo, Sheet foglio) {
    var righe = new TreeMap<Integer, List<String>>();
    for (var riga : foglio) {
      var celle = new ArrayList<String>();
      int quante = Math.min(riga.getLastCellNum(), COLONNE_MASSIME);
      for (int c = 0; c < quante; c++) {
        celle.add(testo(riga.getCell(c)));
      }
      aggiungi(campo, righe, riga.getRowNum() + 1, celle);
    }
    return new Foglio(foglio.getSheetName(), righe);
  }

  private static String testo(Cell cella) {
    if (cella == null) {
      return "";
    }
    CellType tipo =
        cella.getCellType() == CellType.FORMULA
            ? cella.getCachedFormulaResultType()
            : cella.getCellType();
    return switch (tipo) {
      case STRING -> cella.getStringCellValue().strip();
      case BOOLEAN -> cella.getBooleanCellValue() ? "sì" : "no";
      case NUMERIC -> numero(cella);
      case ERROR -> "#ERRORE";
      default -> "";
    };
  }

  private static String numero(Cell cella) {
    if (DateUtil.isCellDateFormatted(cella)) {
      return cella.getLocalDateTimeCellValue().toLocalDate().toString();
    }
    // what a person sees: 0.1 is not 0.1000000000000000055
    return new BigDecimal(Double.toString(cella.getNumericCellValue()))
        .stripTrailingZeros()
        .toPlainString();
  }

  private static void aggiungi(
      String campo, SortedMap<Integer, List<String>> righe, int numero, List<String> celle) {
    if (celle.stream().allMatch(String::isEmpty)) {
      return;
    }
    if (righe.size() >= RIGHE_MASSIME) {
      throw DatoNonValido.regola(
          campo,
          "il file ha più di %d righe; è ammesso al massimo quel numero.".formatted(RIGHE_MASSIME));
    }
    righe.put(numero, celle);
  }
}
